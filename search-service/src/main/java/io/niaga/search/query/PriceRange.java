package io.niaga.search.query;

import io.niaga.search.index.Price;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Prices from one to another, both included, in ten-thousandths of the major unit (see {@link Price}); an open end is the
 * smallest or largest number.
 */
public record PriceRange(long from, long to) {
    private static final String BETWEEN = "..";
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,14}(\\.\\d{1,4})?");

    public PriceRange {
        if (from > to) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    /**
     * Reads {@code 100000..300000}, {@code 100000..} or {@code ..300000}; major units as decimal text.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static PriceRange of(String text) {
        int at = text.indexOf(BETWEEN);
        if (at < 0 || text.equals(BETWEEN)) {
            throw new IllegalArgumentException("it is a range such as 100000..300000, with at least one end");
        }
        String from = text.substring(0, at);
        String to = text.substring(at + BETWEEN.length());
        return new PriceRange(
                from.isEmpty() ? Long.MIN_VALUE : scaled(from), to.isEmpty() ? Long.MAX_VALUE : scaled(to));
    }

    public boolean holds(long scaled) {
        return from <= scaled && scaled <= to;
    }

    /** As it is written in a filter. */
    @Override
    public String toString() {
        return (from == Long.MIN_VALUE ? "" : amount(from)) + BETWEEN + (to == Long.MAX_VALUE ? "" : amount(to));
    }

    private static String amount(long scaled) {
        return BigDecimal.valueOf(scaled, Price.DECIMALS).stripTrailingZeros().toPlainString();
    }

    private static long scaled(String amount) {
        if (!AMOUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException("its ends are amounts such as 100000 or 99.90");
        }
        return new BigDecimal(amount).movePointRight(Price.DECIMALS).longValueExact();
    }
}
