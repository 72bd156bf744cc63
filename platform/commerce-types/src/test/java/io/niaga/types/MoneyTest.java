package io.niaga.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"149900.00,IDR,14990000", "149900,IDR,14990000", "-0.5,USD,-50", "7,JPY,7", "1.234,KWD,1234"})
    void text_is_read_exactly_in_every_exponent(String amount, String currency, long minor) {
        assertThat(Money.of(amount, currency).minorUnits()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({"149900.00,IDR", "-0.05,USD", "0.00,EUR", "7,JPY", "1.234,KWD"})
    void text_survives_a_round_trip(String amount, String currency) {
        assertThat(Money.of(amount, currency).toDecimal()).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", ".5", "5.", "1e3", "1.001", "+1", " 1", "1,0", "NaN", "٣", "99999999999999999999"})
    void anything_else_is_refused(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, "USD"));
    }

    @Test
    void currencies_never_mix_and_overflow_never_wraps() {
        Money rupiah = Money.of("1", "IDR");
        assertThatIllegalArgumentException().isThrownBy(() -> rupiah.plus(Money.of("1", "USD")));
        assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE, "IDR").plus(Money.ofMinor(1, "IDR")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void parts_always_sum_to_the_whole() {
        long seed = Long.getLong("niaga.seed", 20261124);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String currency = List.of("IDR", "JPY", "KWD", "USD").get(random.nextInt(4));
            Money whole = Money.ofMinor(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), currency);
            long[] weights =
                    random.longs(1 + random.nextInt(12), 0, 1_000_000_000L).toArray();
            Money[] parts = whole.allocate(weights);
            long sum = Arrays.stream(parts).mapToLong(Money::minorUnits).sum();
            assertThat(sum).as("seed %d, round %d", seed, round).isEqualTo(whole.minorUnits());
        }
    }

    @Test
    void the_rest_goes_to_the_largest_remainders_first() {
        assertThat(Money.ofMinor(100, "USD").allocate(1, 1, 1))
                .extracting(Money::minorUnits)
                .containsExactly(34L, 33L, 33L);
        assertThat(Money.ofMinor(5, "USD").allocate(0, 0))
                .extracting(Money::minorUnits)
                .containsExactly(3L, 2L);
        assertThat(Money.ofMinor(10, "USD").allocate(1, 0, 2))
                .extracting(Money::minorUnits)
                .containsExactly(3L, 0L, 7L);
    }

    @Test
    void included_tax_is_the_share_inside_the_price() {
        Money price = Money.of("111000.00", "IDR");
        assertThat(price.includedTax(Percentage.of("11.00"), RoundingMode.HALF_EVEN))
                .isEqualTo(Money.of("11000.00", "IDR"));
        assertThat(price.percentage(Percentage.of("10"), RoundingMode.DOWN)).isEqualTo(Money.of("11100.00", "IDR"));
    }
}
