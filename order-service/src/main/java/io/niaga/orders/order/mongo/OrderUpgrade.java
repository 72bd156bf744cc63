package io.niaga.orders.order.mongo;

import java.util.List;
import org.bson.Document;

/** Makes of an order's document of an older version what the current one reads; written back with the next change. */
final class OrderUpgrade {
    private static final String VERSION = "schemaVersion";

    private OrderUpgrade() {}

    static Document current(Document found) {
        if (found.getInteger(VERSION) < 2) {
            toSecond(found);
        }
        return found;
    }

    /** Version 2 knows where the order goes now, its returns, and every repayment. */
    private static void toSecond(Document found) {
        found.append(
                "destination", new Document("address", found.getEmbedded(List.of("terms", "address"), Document.class)));
        found.append("returns", List.of());
        Document payment = found.get("payment", Document.class);
        if (payment != null) {
            payment.append("repayments", List.of());
        }
        found.append(VERSION, 2);
    }
}
