package io.niaga.audit;

import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The sales projection of an order against what the topics say. */
final class SalesRules {
    private SalesRules() {}

    static void rebuilt(OrderCase c, Findings found) {
        SoldOnTopic told = c.topics().sold(c.id());
        SoldOnTopic.Sale sale = told == null ? null : told.sale();
        Document kept = Fields.part(c.fact(), "sale");
        if (sale == null) {
            found.require(kept.isEmpty(), Check.SALES, "a sale that no event tells", c.id());
            return;
        }
        found.same(of(sale), of(kept), Check.SALES, "its sale", c.id());
        found.same(
                told != null && told.isCancelled(),
                Fields.has(c.fact(), "cancelledAt"),
                Check.SALES,
                "that it was cancelled",
                c.id());
        found.same(backs(told), backs(c.fact()), Check.SALES, "what went back", c.id());
    }

    private static List<String> of(SoldOnTopic.Sale sale) {
        return List.of(
                Instant.parse(sale.at()).toEpochMilli() + "",
                sale.units() + "",
                sale.items(),
                sale.discount(),
                sale.tax(),
                sale.shipping(),
                sale.total());
    }

    private static List<String> of(Document sale) {
        if (sale.isEmpty()) {
            return List.of();
        }
        Instant at = Objects.requireNonNullElse(Fields.instant(sale, "at"), Instant.EPOCH);
        return List.of(
                at.toEpochMilli() + "",
                Fields.number(sale, "units") + "",
                money(sale, "items"),
                money(sale, "discount"),
                money(sale, "tax"),
                money(sale, "shipping"),
                money(sale, "total"));
    }

    private static String money(Document of, String field) {
        return Money.ofMinor(Fields.number(of, field), Fields.text(of, "currency"))
                .toString();
    }

    private static Set<String> backs(@Nullable SoldOnTopic told) {
        TreeSet<String> backs = new TreeSet<>();
        if (told != null) {
            told.backs().forEach(b -> backs.add(b.refundId() + " " + b.amount()));
        }
        return backs;
    }

    private static Set<String> backs(@Nullable Document fact) {
        TreeSet<String> backs = new TreeSet<>();
        Fields.list(fact, "refunds").forEach(r -> backs.add(Fields.text(r, "id") + " " + money(r, "amount")));
        return backs;
    }
}
