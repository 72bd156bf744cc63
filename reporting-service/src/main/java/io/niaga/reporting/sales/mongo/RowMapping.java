package io.niaga.reporting.sales.mongo;

import io.niaga.reporting.sales.SalesRow;
import io.niaga.types.Money;
import java.time.LocalDate;
import org.bson.Document;

/** A folded row as a document. */
final class RowMapping {
    private RowMapping() {}

    static Document of(SalesRow row) {
        return new Document("currency", row.currency().getCurrencyCode())
                .append("orders", row.orders())
                .append("units", row.units())
                .append("gross", row.gross().minorUnits())
                .append("discount", row.discount().minorUnits())
                .append("tax", row.tax().minorUnits())
                .append("shipping", row.shipping().minorUnits())
                .append("refunds", row.refunds().minorUnits())
                .append("net", row.net().minorUnits());
    }

    static SalesRow toRow(LocalDate day, Document d) {
        String currency = d.getString("currency");
        return new SalesRow(
                day,
                d.getLong("orders"),
                d.getLong("units"),
                Money.ofMinor(d.getLong("gross"), currency),
                Money.ofMinor(d.getLong("discount"), currency),
                Money.ofMinor(d.getLong("tax"), currency),
                Money.ofMinor(d.getLong("shipping"), currency),
                Money.ofMinor(d.getLong("refunds"), currency),
                Money.ofMinor(d.getLong("net"), currency));
    }
}
