package io.niaga.loyalty.points;

import io.niaga.types.Money;
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

    /** Rounded down; nothing for nothing. */
    public long pointsFor(Money goods) {
        long units = perPoint.getOrDefault(goods.currency().getCurrencyCode(), 1L);
        long minorPerUnit = (long) Math.pow(10, goods.currency().getDefaultFractionDigits());
        return Math.max(0, goods.minorUnits()) / Math.multiplyExact(units, minorPerUnit);
    }
}
