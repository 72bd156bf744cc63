package io.niaga.loyalty.points;

import io.niaga.types.Money;
import java.util.Currency;
import java.util.Map;

/**
 * What an amount is worth in points: one point for each full {@code amount} of its currency.
 *
 * @param perPoint whole currency units (not minor ones) for one point, by ISO code; other currencies one for one
 */
public record PointsRate(Map<String, Long> perPoint) {
    public PointsRate {
        perPoint = Map.copyOf(perPoint);
        if (perPoint.values().stream().anyMatch(v -> v < 1)) {
            throw new IllegalArgumentException("a point costs at least one unit");
        }
    }

    /** What an order is worth: points are earned by what was paid for goods, not for shipping. */
    public Worth worth(Money goods, Money total) {
        Money paid = goods.isNegative() ? Money.zero(goods.currency()) : goods;
        return new Worth(paid, paid.compareTo(total) > 0 ? paid : total, minorPerPoint(goods.currency()));
    }

    /** The least that an order was worth that earned so many points. */
    Worth atLeast(long points, Currency currency) {
        long minorPerPoint = minorPerPoint(currency);
        Money goods = new Money(Math.multiplyExact(points, minorPerPoint), currency);
        return new Worth(goods, goods, minorPerPoint);
    }

    private long minorPerPoint(Currency currency) {
        long units = perPoint.getOrDefault(currency.getCurrencyCode(), 1L);
        return Math.multiplyExact(units, (long) Math.pow(10, currency.getDefaultFractionDigits()));
    }
}
