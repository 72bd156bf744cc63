package io.niaga.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyEncodingTest {
    private final Random random = Seed.random("key order");

    @Test
    void numbers_of_all_types_are_ordered_by_their_exact_value() {
        List<Number> numbers = numbers();
        List<byte[]> keys = numbers.stream()
                .map(number -> KeyEncoding.encode(number, false))
                .toList();
        List<BigDecimal> values = numbers.stream().map(KeyEncodingTest::exact).toList();
        List<String> wrong = new ArrayList<>();
        for (int a = 0; a < numbers.size(); a++) {
            for (int b = a; b < numbers.size(); b++) {
                int byKey = Integer.signum(Arrays.compareUnsigned(keys.get(a), keys.get(b)));
                if (byKey != values.get(a).compareTo(values.get(b))) {
                    wrong.add(numbers.get(a) + " and " + numbers.get(b));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<Number> numbers() {
        List<Number> numbers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double d = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
            long l = random.nextLong();
            numbers.addAll(List.of(d, (long) d, (int) d, l, (double) l, l + 1));
            numbers.add(new Decimal128(BigDecimal.valueOf(d)));
            numbers.add(new Decimal128(new BigDecimal(d).round(MathContext.DECIMAL128)));
            numbers.add(new Decimal128(BigDecimal.valueOf(l).add(new BigDecimal("0.5"))));
        }
        for (String text :
                List.of("0", "0.1", "-0.1", "1E-400", "-1E-400", "1E+400", "-1E+400", "9E+6000", "0.10", "1.0")) {
            numbers.add(new Decimal128(new BigDecimal(text)));
        }
        numbers.addAll(
                List.of(0.1, 0, -0.0, 1L, Double.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, (1L << 53) + 1));
        return numbers;
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case Decimal128 decimal -> decimal.toBigDecimal();
            case Double d -> new BigDecimal(d);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    @Test
    void ids_are_ordered_as_their_keys() {
        IdType type = new IdType();
        List<Object> ids = new ArrayList<>(List.of(1, 2L, 3.5, Instant.EPOCH, true, new Document("a", 1)));
        List<Integer> codePoints = List.of(0, 1, 97, 98, 0xE9, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(4); k > 0; k--) {
                text.appendCodePoint(codePoints.get(random.nextInt(codePoints.size())));
            }
            ids.add(text.toString());
        }
        List<String> wrong = new ArrayList<>();
        for (Object a : ids) {
            for (Object b : ids) {
                if (Integer.signum(type.compare(a, b)) != Integer.signum(compare(a, b))) {
                    wrong.add(a + " and " + b);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void types_are_ordered_as_mongodb_orders_them() {
        List<Object> ascending =
                Arrays.asList(null, 5, "text", new Document("a", 1), List.of(1), false, true, Instant.EPOCH);
        for (int i = 1; i < ascending.size(); i++) {
            assertThat(compare(ascending.get(i - 1), ascending.get(i))).isNegative();
            assertThat(Arrays.compareUnsigned(
                            KeyEncoding.encode(ascending.get(i - 1), true), KeyEncoding.encode(ascending.get(i), true)))
                    .isPositive();
        }
    }

    @Test
    void a_text_sorts_before_its_continuation_whatever_follows_in_the_key() {
        byte[] shorter = KeyEncoding.join(KeyEncoding.encode("a", false), KeyEncoding.encode("zzz", false));
        byte[] longer = KeyEncoding.join(KeyEncoding.encode("a\0", false), KeyEncoding.encode("", false));
        assertThat(Arrays.compareUnsigned(shorter, longer)).isNegative();
    }

    private static int compare(Object a, Object b) {
        return Arrays.compareUnsigned(KeyEncoding.encode(a, false), KeyEncoding.encode(b, false));
    }
}
