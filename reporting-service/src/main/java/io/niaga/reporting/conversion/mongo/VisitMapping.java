package io.niaga.reporting.conversion.mongo;

import io.niaga.reporting.conversion.ConversionRow;
import io.niaga.reporting.conversion.Visit;
import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.util.HashSet;
import org.bson.Document;

/** A session's day, and a folded day, as documents. */
final class VisitMapping {
    private VisitMapping() {}

    static Document fields(StoreId store, LocalDate day, Visit visit) {
        return new Document("storeId", store.value())
                .append("day", day.toString())
                .append("views", visit.productViews())
                .append("adds", visit.cartAdds())
                .append("orders", visit.orders())
                .append("seen", visit.seen().stream().sorted().toList());
    }

    static Visit toVisit(Document d) {
        return new Visit(
                new HashSet<>(d.getList("seen", Long.class)),
                d.getLong("views"),
                d.getLong("adds"),
                d.getList("orders", String.class));
    }

    static Document of(ConversionRow row) {
        return new Document("sessions", row.sessions())
                .append("productViews", row.productViews())
                .append("cartAdds", row.cartAdds())
                .append("cartSessions", row.cartSessions())
                .append("orders", row.orders())
                .append("orderSessions", row.orderSessions());
    }

    static ConversionRow toRow(Document d) {
        return new ConversionRow(
                d.getLong("sessions"),
                d.getLong("productViews"),
                d.getLong("cartAdds"),
                d.getLong("cartSessions"),
                d.getLong("orders"),
                d.getLong("orderSessions"));
    }
}
