package io.niaga.store;

import de.bwaldvogel.mongo.bson.Decimal128;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers of all types on one line: the nearest double, then what is missing to the exact value: 0x80 for nothing, above it
 * exponent and digits, below it the same inverted.
 */
final class NumberEncoding {
    private static final double EXACT_LONGS = 0x1p53;
    private static final int NO_REST = 0x80;
    private static final int SOME_REST = 0x81;
    private static final int EXPONENT_BIAS = 0x8000;

    private NumberEncoding() {}

    static void write(ByteArrayOutputStream out, Number number) {
        double nearest = number.doubleValue() + 0.0; // minus zero is zero
        boolean exact = isDouble(number) || Double.isNaN(nearest);
        if (!exact && Double.isInfinite(nearest)) {
            nearest = Math.copySign(Double.MAX_VALUE, nearest);
        }
        writeLong(out, ordered(nearest));
        writeRest(out, exact ? BigDecimal.ZERO : rest(number, nearest));
    }

    private static boolean isDouble(Number number) {
        return number instanceof Double
                || number instanceof Integer
                || number.equals(Decimal128.POSITIVE_INFINITY)
                || number.equals(Decimal128.NEGATIVE_INFINITY);
    }

    /** Bits that compare unsigned as doubles do; not-a-number comes first. */
    private static long ordered(double number) {
        if (Double.isNaN(number)) {
            return 0;
        }
        long bits = Double.doubleToLongBits(number);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private static BigDecimal rest(Number number, double nearest) {
        if (number instanceof Long && Math.abs(nearest) < EXACT_LONGS) {
            return BigDecimal.ZERO;
        }
        BigDecimal whole =
                number instanceof Decimal128 decimal ? decimal.toBigDecimal() : BigDecimal.valueOf(number.longValue());
        return whole.subtract(new BigDecimal(nearest)).round(MathContext.DECIMAL128);
    }

    private static void writeRest(ByteArrayOutputStream out, BigDecimal rest) {
        if (rest.signum() == 0) {
            out.write(NO_REST);
            return;
        }
        int flip = rest.signum() < 0 ? 0xFF : 0;
        BigDecimal size = rest.abs().stripTrailingZeros();
        int exponent = size.precision() - size.scale() + EXPONENT_BIAS;
        out.write(SOME_REST ^ flip);
        out.write((exponent >> 8) ^ flip);
        out.write(exponent ^ flip);
        size.unscaledValue().toString().chars().forEach(digit -> out.write(digit ^ flip));
        out.write(flip);
    }

    static void writeLong(ByteArrayOutputStream out, long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
