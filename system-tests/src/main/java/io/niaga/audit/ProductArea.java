package io.niaga.audit;

import java.util.List;
import org.bson.Document;

/** Products whose last word on their topic is what the catalog keeps. */
final class ProductArea {
    private ProductArea() {}

    static Area of(Databases databases, TopicLog topics) {
        return new EachArea(databases, "catalog.products", List.of((product, found) -> judge(product, topics, found)));
    }

    private static void judge(Document product, TopicLog topics, Findings found) {
        ProductOnTopic told = topics.product(Fields.id(product));
        ProductOnTopic kept = ProductOnTopic.of(product);
        boolean same = told == null ? !kept.published() : told.published() == kept.published();
        boolean prices = told == null || !kept.published() || told.prices() == kept.prices();
        found.require(
                same && prices,
                Check.PRODUCT_STATE,
                "it is " + Fields.text(product, "state") + ", its last word on the topic has "
                        + (same ? "other prices" : "another state"),
                Fields.id(product));
    }
}
