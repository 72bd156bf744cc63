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
 * What is known of one order, whatever came first: topics are not ordered among each other. It counts nothing until it was
 * confirmed. Immutable.
 *
 * @param cancelledAt when it was cancelled after it had been confirmed
 */
public record OrderFact(
        String orderId, @Nullable Sale sale, @Nullable Instant cancelledAt, List<Reversal> refunds) {
    /** Money that went back, by the refund's id. */
    public record Reversal(String refundId, Money amount, Instant at) {}

    public OrderFact {
        refunds = List.copyOf(refunds);
    }

    public static OrderFact unknown(String orderId) {
        return new OrderFact(orderId, null, null, List.of());
    }

    public OrderFact confirmed(Sale confirmed) {
        return sale == null ? new OrderFact(orderId, confirmed, cancelledAt, refunds) : this;
    }

    public OrderFact cancelled(Instant at) {
        return cancelledAt == null ? new OrderFact(orderId, sale, at, refunds) : this;
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
        Optional.ofNullable(cancelledAt).ifPresent(at -> rows.add(reversed(known, at, known.goods(), null)));
        refunds.forEach(r -> rows.add(reversed(known, r.at(), goodsIn(known, r.amount()), r.amount())));
        return rows;
    }

    private static SalesRow soldRow(Sale s) {
        Money zero = Money.zero(s.items().currency());
        return new SalesRow(s.day(), 1, s.units(), s.items(), s.discount(), s.tax(), s.shipping(), zero, s.goods());
    }

    private static SalesRow reversed(Sale s, Instant at, Money goods, @Nullable Money refund) {
        Money zero = Money.zero(s.items().currency());
        Money back = refund == null ? zero : refund;
        return new SalesRow(s.dayOf(at), 0, 0, zero, zero, zero, zero, back, goods.negated());
    }

    /** The goods within a refund; none when the order was cancelled, because then they were taken off already. */
    private Money goodsIn(Sale s, Money refund) {
        if (cancelledAt != null || s.total().isZero()) {
            return Money.zero(refund.currency());
        }
        return refund.allocate(s.goods().minorUnits(), s.shipping().minorUnits())[0];
    }
}
