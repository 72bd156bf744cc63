package io.niaga.orders.order.mongo;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
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
        if (found.getInteger(VERSION) < 3) {
            toThird(found);
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

    /** Version 3 knows when it last changed; before, its timeline does. Older replicas leave what a newer one wrote as it was. */
    private static void toThird(Document found) {
        Instant last = lastMoment(found);
        Date known = found.getDate(OrderFields.CHANGED_AT);
        if (known == null || known.toInstant().isBefore(last)) {
            found.append(OrderFields.CHANGED_AT, Date.from(last));
        }
        found.append(VERSION, 3);
    }

    /** When something last happened to an order of whatever version. */
    static Instant lastMoment(Document found) {
        return found.getList("timeline", Document.class).stream()
                .map(moment -> moment.getDate("at").toInstant())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> found.getEmbedded(List.of("terms", "placedAt"), Date.class)
                        .toInstant());
    }
}
