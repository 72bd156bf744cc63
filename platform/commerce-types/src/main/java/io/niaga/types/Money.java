package io.niaga.types;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An exact amount in one currency, held in whole minor units (cents; for a currency without decimals the unit itself).
 *
 * <p>The number of digits is ISO 4217's as the JDK knows it: IDR, USD 2, JPY 0, KWD 3. Arithmetic throws
 * {@link ArithmeticException} on overflow and {@link IllegalArgumentException} when currencies differ; it never rounds
 * unless a rounding mode is named.
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {
    private static final int LONGEST_TEXT = 24;

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " is not a currency that can be paid with");
        }
    }

    public static Money ofMinor(long minorUnits, String currency) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads decimal text such as {@code "149900.00"}: an optional minus, digits, and at most the currency's decimals.
     *
     * @throws IllegalArgumentException when the text is anything else, or the currency is unknown
     */
    public static Money of(String amount, String currency) {
        Currency known = Currency.getInstance(currency);
        int digits = Math.max(0, known.getDefaultFractionDigits());
        if (amount.length() > LONGEST_TEXT || !isDecimal(amount, digits)) {
            throw new IllegalArgumentException(
                    "an amount in " + currency + " is decimal text with at most " + digits + " decimals");
        }
        try {
            return new Money(new BigDecimal(amount).movePointRight(digits).longValueExact(), known);
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("the amount is too large", tooLarge);
        }
    }

    private static boolean isDecimal(String text, int digits) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        String whole = point < 0 ? text.substring(start) : text.substring(start, Math.max(start, point));
        String fraction = point < 0 ? "" : text.substring(point + 1);
        boolean fractionFits = point < 0 || (!fraction.isEmpty() && fraction.length() <= digits);
        return !whole.isEmpty() && fractionFits && allDigits(whole) && allDigits(fraction);
    }

    private static boolean allDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minorUnits, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    /** This share of the amount, rounded to a whole minor unit the way the caller names. */
    public Money percentage(Percentage share, RoundingMode rounding) {
        return fraction(share.basisPoints(), Percentage.WHOLE, rounding);
    }

    /** The part of this amount that is tax when the amount already includes tax at that rate: {@code a * r / (1 + r)}. */
    public Money includedTax(Percentage rate, RoundingMode rounding) {
        return fraction(rate.basisPoints(), Math.addExact(Percentage.WHOLE, rate.basisPoints()), rounding);
    }

    private Money fraction(long numerator, long denominator, RoundingMode rounding) {
        BigDecimal exact = BigDecimal.valueOf(minorUnits).multiply(BigDecimal.valueOf(numerator));
        return new Money(
                exact.divide(BigDecimal.valueOf(denominator), 0, rounding).longValueExact(), currency);
    }

    /**
     * Splits the amount by weights so that the parts sum to it exactly (largest remainder; equal remainders go to the
     * earlier part). Weights are not negative; when all are zero the split is even.
     */
    public Money[] allocate(long... weights) {
        if (weights.length == 0 || Arrays.stream(weights).anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException("weights: at least one, none negative");
        }
        long[] shares = Arrays.stream(weights).allMatch(w -> w == 0) ? ones(weights.length) : weights;
        BigDecimal sum = Arrays.stream(shares).mapToObj(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        long size = Math.abs(minorUnits);
        long[] parts = new long[shares.length];
        BigDecimal[] remainders = new BigDecimal[shares.length];
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            BigDecimal[] split = BigDecimal.valueOf(size)
                    .multiply(BigDecimal.valueOf(shares[i]))
                    .divideAndRemainder(sum);
            parts[i] = split[0].longValueExact();
            remainders[i] = split[1];
            given += parts[i];
        }
        giveRest(parts, remainders, size - given);
        long sign = Long.signum(minorUnits);
        return Arrays.stream(parts).mapToObj(p -> new Money(sign * p, currency)).toArray(Money[]::new);
    }

    private static void giveRest(long[] parts, BigDecimal[] remainders, long rest) {
        int[] order = IntStream.range(0, parts.length)
                .boxed()
                .sorted((a, b) -> remainders[b].compareTo(remainders[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < rest; i++) {
            parts[order[i]]++;
        }
    }

    private static long[] ones(int length) {
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Decimal text with the currency's digits, for example {@code "149900.00"}: what the API shows. */
    public String toDecimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits())
                .toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    @Override
    public String toString() {
        return toDecimal() + " " + currency;
    }
}
