package io.niaga.fulfillment.stock.mongo;

import io.niaga.fulfillment.stock.Availability;
import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.messaging.OutboxCollection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** A row of stock as a document: the buckets side by side, so that a take is one decrement. */
final class StockMapping {
    static final String AVAILABLE = "available";
    static final String RESERVED = "reserved";
    static final String OPERATIONS = "ops";
    private static final int SCHEMA = 1;

    private StockMapping() {}

    static Document of(Stock stock) {
        StockKey key = stock.key();
        Document document = new Document("_id", key.toString())
                .append("schemaVersion", SCHEMA)
                .append("storeId", key.store().value())
                .append("sku", key.sku().value())
                .append("warehouseId", key.warehouse().value());
        document.putAll(fields(stock));
        return document;
    }

    static Document fields(Stock stock) {
        Buckets buckets = stock.buckets();
        Availability told = stock.told();
        return new Document("onHand", buckets.onHand())
                .append(AVAILABLE, buckets.available())
                .append(RESERVED, buckets.reserved())
                .append("safety", buckets.safety())
                .append("quality", buckets.quality())
                .append("damaged", buckets.damaged())
                .append("hold", buckets.hold())
                .append("reorderPoint", stock.reorderPoint())
                .append("told", told == null ? null : told.name())
                .append("changedAt", Date.from(stock.changedAt()))
                .append(
                        OPERATIONS,
                        stock.operations().stream().map(StockMapping::operation).toList());
    }

    static Document operation(Operation operation) {
        return new Document("id", operation.name())
                .append("units", operation.units())
                .append("at", Date.from(operation.at()));
    }

    static Stock read(Document document) {
        String told = document.getString("told");
        List<Operation> operations = document.getList(OPERATIONS, Document.class).stream()
                .map(o -> new Operation(
                        o.getString("id"),
                        o.getInteger("units"),
                        Objects.requireNonNull(o.getDate("at")).toInstant()))
                .toList();
        return new Stock(
                StockKey.parse(document.getString("_id")),
                buckets(document),
                document.getInteger("reorderPoint"),
                told == null ? null : Availability.valueOf(told),
                operations,
                Objects.requireNonNull(document.getDate("changedAt")).toInstant(),
                OutboxCollection.revision(document));
    }

    private static Buckets buckets(Document document) {
        return new Buckets(
                document.getInteger("onHand"),
                document.getInteger(AVAILABLE),
                document.getInteger(RESERVED),
                document.getInteger("safety"),
                document.getInteger("quality"),
                document.getInteger("damaged"),
                document.getInteger("hold"));
    }
}
