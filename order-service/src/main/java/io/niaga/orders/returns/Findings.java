package io.niaga.orders.returns;

import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Inspection.Found;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an inspection is worth. A line's total after discount is allocated to its units so that the parts sum to it exactly, its
 * tax likewise; units are paid back in that order, whichever return they come back in.
 */
final class Findings {
    private Findings() {}

    static Inspection of(Order order, Return goods, List<ReturnFact.Count> counts, Instant now) {
        requireSame(goods, counts);
        List<Found> found = new ArrayList<>();
        for (Return.Line line : goods.lines()) {
            found.add(found(order, goods.id(), line, counts));
        }
        Money none = Money.zero(order.terms().total().currency());
        Money refund = found.stream().map(Found::refund).reduce(none, Money::plus);
        Money tax = found.stream().map(Found::tax).reduce(none, Money::plus);
        if (isAllTheMerchants(order, goods, found)) {
            Money shipping = order.terms().totals().shipping();
            tax = tax.plus(order.terms().totals().shippingTax());
            return new Inspection(now, found, new Inspection.Worth(refund, shipping, tax));
        }
        return new Inspection(now, found, new Inspection.Worth(refund, none, tax));
    }

    /** Nothing of what was to be sent back was. */
    static Inspection nothingCame(Order order, Return goods, Instant now) {
        List<ReturnFact.Count> none = goods.lines().stream()
                .filter(line -> line.reason().comesBack())
                .map(line -> new ReturnFact.Count(line.sku(), 0, 0, line.quantity()))
                .toList();
        return of(order, goods, none, now);
    }

    /** Every line that is sent back is counted, once and whole; nothing else is. */
    private static void requireSame(Return goods, List<ReturnFact.Count> counts) {
        for (ReturnFact.Count count : counts) {
            boolean known = goods.lines().stream()
                    .anyMatch(l -> l.sku().equals(count.sku()) && l.reason().comesBack());
            boolean twice =
                    counts.stream().filter(c -> c.sku().equals(count.sku())).count() > 1;
            if (!known || twice) {
                throw ReturnProblem.RETURN_LINE_UNKNOWN.with("sku", count.sku().value());
            }
        }
    }

    private static Found found(Order order, ReturnId id, Return.Line line, List<ReturnFact.Count> counts) {
        if (!line.reason().comesBack()) {
            return priced(order, id, line, new ReturnFact.Count(line.sku(), 0, 0, line.quantity()), line.quantity());
        }
        ReturnFact.Count count = counts.stream()
                .filter(c -> c.sku().equals(line.sku()))
                .findFirst()
                .orElse(new ReturnFact.Count(line.sku(), 0, 0, 0));
        if (count.resellable() + count.damaged() + count.missing() != line.quantity()) {
            throw ReturnProblem.INSPECTION_INCOMPLETE
                    .with("sku", line.sku().value())
                    .with("quantity", line.quantity());
        }
        return priced(order, id, line, count, count.resellable() + count.damaged());
    }

    private static Found priced(Order order, ReturnId id, Return.Line line, ReturnFact.Count count, int units) {
        QuoteLine sold = order.terms().lines().stream()
                .filter(l -> l.line() == line.line())
                .findFirst()
                .orElseThrow();
        int before = paidBack(order, id, line.line());
        return new Found(
                line.line(),
                line.sku(),
                count.resellable(),
                count.damaged(),
                count.missing(),
                units,
                share(sold.total(), sold.quantity(), before, units),
                share(sold.tax(), sold.quantity(), before, units));
    }

    private static Money share(Money whole, int quantity, int from, int units) {
        long[] equal = new long[quantity];
        Arrays.fill(equal, 1);
        return Arrays.stream(whole.allocate(equal))
                .skip(from)
                .limit(units)
                .reduce(Money.zero(whole.currency()), Money::plus);
    }

    /** Units of a line that the other inspected returns paid back. */
    private static int paidBack(Order order, ReturnId but, int line) {
        return order.returns().all().stream()
                .filter(r -> !r.id().equals(but) && r.inspection().isPresent())
                .mapToInt(r -> r.claims(line))
                .sum();
    }

    private static boolean isAllTheMerchants(Order order, Return goods, List<Found> found) {
        boolean all = order.terms().lines().stream().allMatch(line -> {
            int now = found.stream()
                    .filter(f -> f.line() == line.line())
                    .mapToInt(Found::units)
                    .sum();
            return paidBack(order, goods.id(), line.line()) + now == line.quantity();
        });
        return all
                && reasonsOf(goods)
                && order.returns().all().stream()
                        .filter(r ->
                                !r.id().equals(goods.id()) && r.inspection().isPresent())
                        .allMatch(Findings::reasonsOf);
    }

    private static boolean reasonsOf(Return goods) {
        return goods.lines().stream().allMatch(l -> l.reason().isTheMerchants());
    }
}
