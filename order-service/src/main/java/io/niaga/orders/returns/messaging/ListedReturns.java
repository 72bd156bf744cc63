package io.niaga.orders.returns.messaging;

import io.niaga.messaging.LocalWriter;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.returns.ReturnLists;
import java.time.Instant;
import org.bson.Document;

/** Keeps the lists of returns; told by the orders' outbox, so they follow even after a crash. Twice or late is no harm. */
public final class ListedReturns implements LocalWriter {
    private final ReturnLists lists;

    public ListedReturns(ReturnLists lists) {
        this.lists = lists;
    }

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public void write(String derivedId, String type, Document body, Instant at) {
        lists.follow(
                ReturnId.of(body.getString("returnId")),
                body.getString("state"),
                body.getBoolean("attention"),
                body.getLong("version"));
    }
}
