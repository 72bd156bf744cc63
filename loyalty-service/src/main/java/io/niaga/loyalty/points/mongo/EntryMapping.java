package io.niaga.loyalty.points.mongo;

import io.niaga.loyalty.points.PointsEntry;
import io.niaga.types.StoreId;
import java.util.Date;
import org.bson.Document;

/** A ledger entry as a document; {@code position} is the sequence of the member's write that made it. */
public final class EntryMapping {
    static final String COLLECTION = "points_entries";

    private EntryMapping() {}

    public static Document of(PointsEntry entry) {
        return new Document("kind", entry.kind().name())
                .append("points", entry.points())
                .append("orderId", entry.orderId())
                .append("storeId", entry.store().value())
                .append("at", Date.from(entry.at()));
    }

    static PointsEntry toEntry(Document document) {
        return new PointsEntry(
                PointsEntry.EntryKind.valueOf(document.getString("kind")),
                document.getLong("points"),
                document.getString("orderId"),
                StoreId.of(document.getString("storeId")),
                document.getDate("at").toInstant());
    }
}
