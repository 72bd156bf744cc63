package io.niaga.audit;

import io.niaga.types.Money;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** What buyers see of a product, made comparable: whether it is published, and each SKU's price. */
record ProductOnTopic(boolean published, int prices) {
    static ProductOnTopic of(JsonNode state) {
        TreeMap<String, String> prices = new TreeMap<>();
        state.path("variants").forEach(v -> prices.put(v.path("sku").asString(""), SoldOnTopic.money(v.path("price"))));
        return new ProductOnTopic(state.path("published").asBoolean(), prices.hashCode());
    }

    /** The same, as the catalog keeps it. */
    static ProductOnTopic of(Document product) {
        return new ProductOnTopic(
                Fields.text(product, "state").equals("PUBLISHED"),
                prices(product).hashCode());
    }

    /** The prices of a product of the catalog, by SKU. */
    static Map<String, String> prices(Document product) {
        TreeMap<String, String> prices = new TreeMap<>();
        Fields.list(product, "variants")
                .forEach(v -> prices.put(
                        Fields.text(v, "sku"),
                        Money.ofMinor(Fields.number(v, "price"), Fields.text(product, "currency"))
                                .toString()));
        return prices;
    }
}
