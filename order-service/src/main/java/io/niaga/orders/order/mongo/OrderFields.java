package io.niaga.orders.order.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

/** The fields orders are found by, and the indexes on them. */
final class OrderFields {
    static final String ID = "_id";
    static final String NUMBER = "number";
    static final String STORE = "store";
    static final String CUSTOMER = "customer";
    static final String LISTED = "listed";
    static final String PLACED_AT = "placedAt";
    static final String CHANGED_AT = "changedAt";
    static final String STATE = "state.code";
    static final String DUE = "due";
    /** The cart that the order was made of, unless it was refused: no other order may have it. */
    static final String TAKEN = "cartTaken";

    private OrderFields() {}

    static void index(MongoCollection<Document> orders) {
        orders.createIndex(Indexes.ascending(NUMBER), new IndexOptions().unique(true));
        orders.createIndex(
                Indexes.ascending(TAKEN), new IndexOptions().unique(true).sparse(true));
        orders.createIndex(Indexes.ascending(DUE), new IndexOptions().sparse(true));
        orders.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CUSTOMER, LISTED), Indexes.descending(PLACED_AT, ID)));
        orders.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CUSTOMER, LISTED, STATE), Indexes.descending(PLACED_AT, ID)));
        orders.createIndex(Indexes.compoundIndex(Indexes.ascending(STORE, LISTED), Indexes.descending(PLACED_AT, ID)));
        orders.createIndex(
                Indexes.compoundIndex(Indexes.ascending(STORE, LISTED, STATE), Indexes.descending(PLACED_AT, ID)));
        orders.createIndex(Indexes.ascending(STORE, LISTED, CHANGED_AT, ID));
    }
}
