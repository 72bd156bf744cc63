package io.niaga.orders.order;

import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.time.Instant;
import java.util.List;

/** What the warehouse found in a return, and what goes back for it. */
public record Inspection(Instant at, List<Found> lines, Worth worth) {
    public Inspection {
        lines = List.copyOf(lines);
    }

    /**
     * One line of the return: its units are resellable, damaged or missing.
     *
     * @param units for which money goes back
     * @param refund what goes back for them, {@code tax} included in it
     */
    public record Found(
            int line, Sku sku, int resellable, int damaged, int missing, int units, Money refund, Money tax) {
        public int cameBack() {
            return resellable + damaged;
        }
    }

    /**
     * The money that goes back: {@code total = goods + shipping}.
     *
     * @param tax the part of the total that is tax
     */
    public record Worth(Money goods, Money shipping, Money tax) {
        public Money total() {
            return goods.plus(shipping);
        }

        /** The same story for a smaller sum: shipping is given up first, tax in proportion. */
        Worth of(Money agreed) {
            Money rest = total().minus(agreed);
            Money forGoods = goods.min(agreed);
            Money taxPart = tax.allocate(agreed.minorUnits(), rest.minorUnits())[0];
            return new Worth(forGoods, agreed.minus(forGoods), taxPart);
        }
    }

    int refundedUnits(int line) {
        return lines.stream()
                .filter(f -> f.line() == line)
                .mapToInt(Found::units)
                .sum();
    }

    /** Whether there is anything to be put back into the stock's books. */
    public boolean anythingCameBack() {
        return lines.stream().anyMatch(f -> f.cameBack() > 0);
    }

    /** The same with another sum to go back, between nothing and what it is worth. */
    public Inspection agreedOn(Money sum) {
        return new Inspection(at, lines, worth.of(sum));
    }
}
