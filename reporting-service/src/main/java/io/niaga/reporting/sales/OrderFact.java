package io.niaga.reporting.sales;

import io.niaga.types.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one order. Whatever is heard twice, late or in another order leaves the same fact: refunds are kept by
 * their id, an order is confirmed and cancelled when it first was. It counts nothing until it was confirmed. Immutable.
 *
 * @param cancelledAt when it was cancelled, or its promise failed, after it had been confirmed
 * @param refunds by time
 */
public record OrderFact(
        String orderId, @Nullable Sale sale, @Nullable Instant cancelledAt, List<Reversal> refunds) {
    public OrderFact {
        refunds = refunds.stream().sorted(Reversal.BY_TIME).toList();
    }

    public static OrderFact unknown(String orderId) {
        return new OrderFact(orderId, null, null, List.of());
    }

    public OrderFact confirmed(Sale confirmed) {
        return sale == null || confirmed.at().isBefore(sale.at())
                ? new OrderFact(orderId, confirmed, cancelledAt, refunds)
                : this;
    }

    public OrderFact cancelled(Instant at) {
        return cancelledAt == null || at.isBefore(cancelledAt) ? new OrderFact(orderId, sale, at, refunds) : this;
    }

    public OrderFact refunded(Reversal refund) {
        if (refunds.stream().anyMatch(r -> r.refundId().equals(refund.refundId()))) {
            return this;
        }
        List<Reversal> all = new ArrayList<>(refunds);
        all.add(refund);
        return new OrderFact(orderId, sale, cancelledAt, all);
    }

    /** The days on which it counts, in the store's time zone. */
    public Set<LocalDate> days() {
        Set<LocalDate> days = new LinkedHashSet<>();
        rows().forEach(row -> days.add(row.day()));
        return days;
    }

    /** What it adds to each day. */
    public List<SalesRow> rows() {
        Sale known = sale;
        if (known == null) {
            return List.of();
        }
        List<SalesRow> rows = new ArrayList<>();
        rows.add(soldRow(known));
        TakenBack taken = new TakenBack(known);
        for (Reversal refund : refunds) {
            boolean ofCancellation = cancelledAt != null && !refund.at().isBefore(cancelledAt);
            Money goods = ofCancellation ? Money.zero(refund.amount().currency()) : taken.by(refund);
            rows.add(reversed(known, refund.at(), goods, refund.amount()));
        }
        Optional.ofNullable(cancelledAt).ifPresent(at -> rows.add(reversed(known, at, taken.rest(), null)));
        return rows;
    }

    private static SalesRow soldRow(Sale s) {
        Money zero = Money.zero(s.items().currency());
        return new SalesRow(s.day(), 1, s.units(), s.items(), s.discount(), s.tax(), s.shipping(), zero, s.goods());
    }

    private static SalesRow reversed(Sale s, Instant at, Money goods, @Nullable Money refund) {
        Money zero = Money.zero(goods.currency());
        Money back = refund == null ? zero : refund;
        return new SalesRow(s.dayOf(at), 0, 0, zero, zero, zero, zero, back, goods.negated());
    }
}
