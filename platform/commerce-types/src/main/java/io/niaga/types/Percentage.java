package io.niaga.types;

import java.math.BigDecimal;

/** A share in basis points (1/100 of a percent); 1100 is 11 %. From 0 to 1,000,000 (10,000 %). */
public record Percentage(long basisPoints) {
    /** 100 % in basis points. */
    public static final long WHOLE = 10_000;

    public Percentage {
        if (basisPoints < 0 || basisPoints > 100 * WHOLE) {
            throw new IllegalArgumentException("a percentage lies between 0 and 10000 %");
        }
    }

    /** Reads percent text such as {@code "11.00"} or {@code "7.5"}, with at most two decimals. */
    public static Percentage of(String percent) {
        if (!percent.matches("[0-9]{1,5}(\\.[0-9]{1,2})?")) {
            throw new IllegalArgumentException("a percentage is decimal text with at most two decimals");
        }
        return new Percentage(new BigDecimal(percent).movePointRight(2).longValueExact());
    }

    public String toDecimal() {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString();
    }
}
