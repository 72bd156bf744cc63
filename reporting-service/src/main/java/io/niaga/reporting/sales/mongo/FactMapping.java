package io.niaga.reporting.sales.mongo;

import io.niaga.reporting.sales.OrderFact;
import io.niaga.reporting.sales.Reversal;
import io.niaga.reporting.sales.Sale;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A fact as a document; {@code storeId} and {@code days} stand beside it for the index. */
final class FactMapping {
    /** Fields that a fact may lack. */
    static final List<String> OPTIONAL = List.of("storeId", "sale", "cancelledAt");

    private FactMapping() {}

    static Document fields(OrderFact fact) {
        Document document = new Document();
        Sale sale = fact.sale();
        if (sale != null) {
            document.append("storeId", sale.store().value()).append("sale", of(sale));
        }
        if (fact.cancelledAt() != null) {
            document.append("cancelledAt", Date.from(fact.cancelledAt()));
        }
        document.append("refunds", fact.refunds().stream().map(FactMapping::of).toList());
        return document.append(
                "days", fact.days().stream().map(LocalDate::toString).toList());
    }

    private static Document of(Sale sale) {
        return new Document("zone", sale.zone().getId())
                .append("at", Date.from(sale.at()))
                .append("units", sale.units())
                .append("currency", sale.items().currency().getCurrencyCode())
                .append("items", sale.items().minorUnits())
                .append("discount", sale.discount().minorUnits())
                .append("tax", sale.tax().minorUnits())
                .append("shipping", sale.shipping().minorUnits())
                .append("total", sale.total().minorUnits());
    }

    private static Document of(Reversal refund) {
        Money goods = refund.goods();
        return new Document("id", refund.refundId())
                .append("goods", goods == null ? null : goods.minorUnits())
                .append("amount", refund.amount().minorUnits())
                .append("currency", refund.amount().currency().getCurrencyCode())
                .append("at", Date.from(refund.at()));
    }

    static OrderFact toFact(Document document) {
        Document sale = document.get("sale", Document.class);
        Date cancelledAt = document.getDate("cancelledAt");
        return new OrderFact(
                document.getString("_id"),
                sale == null ? null : toSale(document.getString("storeId"), sale),
                cancelledAt == null ? null : cancelledAt.toInstant(),
                refunds(document.getList("refunds", Document.class)));
    }

    private static List<Reversal> refunds(@Nullable List<Document> documents) {
        return documents == null
                ? List.of()
                : documents.stream()
                        .map(r -> new Reversal(
                                r.getString("id"),
                                Money.ofMinor(r.getLong("amount"), r.getString("currency")),
                                goods(r),
                                r.getDate("at").toInstant()))
                        .toList();
    }

    /** Documents of before do not say it. */
    private static @Nullable Money goods(Document refund) {
        Long goods = refund.getLong("goods");
        return goods == null ? null : Money.ofMinor(goods, refund.getString("currency"));
    }

    private static Sale toSale(String store, Document d) {
        String currency = d.getString("currency");
        return new Sale(
                StoreId.of(store),
                ZoneId.of(d.getString("zone")),
                d.getDate("at").toInstant(),
                d.getLong("units"),
                Money.ofMinor(d.getLong("items"), currency),
                Money.ofMinor(d.getLong("discount"), currency),
                Money.ofMinor(d.getLong("tax"), currency),
                Money.ofMinor(d.getLong("shipping"), currency),
                Money.ofMinor(d.getLong("total"), currency));
    }
}
