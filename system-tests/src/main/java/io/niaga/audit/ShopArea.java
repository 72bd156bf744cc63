package io.niaga.audit;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the shop shows, through its API, against what the catalog keeps: each published product once, at its price. */
final class ShopArea implements Area {
    private static final String PRODUCTS = "catalog.products";
    private static final List<String> BEST = List.of("IN_STOCK", "LOW", "OUT");
    private static final int PAGE = 100;

    /** A product as the list shows it. */
    private record Item(String sku, String price, String availability) {}

    private final Databases databases;
    private final Api api;

    ShopArea(Databases databases, Api api) {
        this.databases = databases;
        this.api = api;
    }

    @Override
    public void all(Outcome outcome) {
        look(outcome, new HashSet<>());
    }

    /** Looks at all: a single product cannot be asked for by its id. */
    @Override
    public List<Violation> again(String key) {
        Map<String, List<Violation>> found = new HashMap<>();
        look(
                new Outcome() {
                    @Override
                    public void looked(String what, long count) {}

                    @Override
                    public void suspect(String product, List<Violation> violations) {
                        found.put(product, violations);
                    }
                },
                new HashSet<>());
        return found.getOrDefault(key, List.of());
    }

    private void look(Outcome outcome, Set<String> seen) {
        databases.each("catalog.stores", store -> {
            Map<String, Item> shown = shown(Fields.id(store));
            outcome.looked("products in the shop", shown.size());
            databases.pages(PRODUCTS, Databases.only("storeId", "state", "currency", "variants"), page -> {
                Map<String, Document> copies = copies(page);
                page.stream()
                        .filter(p -> Fields.text(p, "storeId").equals(Fields.id(store)))
                        .filter(p -> Fields.text(p, "state").equals("PUBLISHED"))
                        .forEach(p -> judge(p, shown.remove(Fields.id(p)), copies, outcome));
            });
            shown.keySet().stream().filter(seen::add).forEach(id -> outcome.suspect(id, List.of(gone(id))));
        });
    }

    private static Violation gone(String id) {
        return new Violation(Check.SHOP, List.of(id), "the shop shows it, the catalog does not publish it");
    }

    private void judge(Document product, @Nullable Item item, Map<String, Document> copies, Outcome out) {
        Findings found = new Findings();
        String id = Fields.id(product);
        if (item == null) {
            found.add(Check.SHOP, "the catalog publishes it, the shop does not show it", id);
        } else {
            ProductOnTopic.prices(product).forEach((sku, price) -> {
                if (sku.equals(item.sku())) {
                    found.same(price, item.price(), Check.SHOP, "the price shown", id, sku);
                }
            });
            String row = Fields.text(product, "storeId") + "/" + item.sku();
            found.same(best(copies.get(row)), item.availability(), Check.SHOP, "the availability shown", id, row);
        }
        if (!found.list().isEmpty()) {
            out.suspect(id, found.list());
        }
    }

    private static String best(@Nullable Document copy) {
        Collection<Object> told = Fields.part(copy, "at").values();
        return BEST.stream().filter(told::contains).findFirst().orElse("OUT");
    }

    private Map<String, Document> copies(List<Document> products) {
        Set<String> rows = new HashSet<>();
        products.forEach(p -> Fields.list(p, "variants")
                .forEach(v -> rows.add(Fields.text(p, "storeId") + "/" + Fields.text(v, "sku"))));
        Map<String, Document> copies = new HashMap<>();
        databases.of("orders.availability").find(Filters.in("_id", rows)).forEach(d -> copies.put(Fields.id(d), d));
        return copies;
    }

    private Map<String, Item> shown(String store) {
        Map<String, Item> items = new HashMap<>();
        String after = "";
        do {
            JsonNode page = api.get(
                    "/v1/products?store=" + store + "&limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + after));
            page.path("items")
                    .forEach(i -> items.put(
                            i.path("id").asString(""),
                            new Item(
                                    i.path("sku").asString(""),
                                    SoldOnTopic.money(i.path("price")),
                                    i.path("availability").asString(""))));
            after = page.path("nextCursor").asString("");
        } while (!after.isEmpty());
        return items;
    }
}
