package io.niaga.orders.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.orders.Samples;
import io.niaga.orders.offer.Offer;
import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalculationTest {
    private static final Percentage PPN = Percentage.of("11.00");

    @Test
    void the_tax_is_the_part_of_the_price_that_is_tax() {
        Calculation sum = Calculation.of(
                List.of(new Calculation.Wanted(Samples.offer(Samples.SHIRT, "111000.00"), 2)),
                List.of(Samples.idr("0.00")),
                Samples.idr("11100.00"),
                PPN);

        assertThat(sum.lines().getFirst().tax()).isEqualTo(Samples.idr("22000.00"));
        assertThat(sum.totals().shippingTax()).isEqualTo(Samples.idr("1100.00"));
        assertThat(sum.totals().tax()).isEqualTo(Samples.idr("23100.00"));
        assertThat(sum.totals().total()).isEqualTo(Samples.idr("233100.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "IDR", "KWD"})
    void parts_add_up_whatever_the_prices_discounts_rates_and_digits(String currency) {
        long seed = 20261124;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            check(random, currency);
        }
    }

    private static void check(Random random, String currency) {
        List<Calculation.Wanted> wanted = new ArrayList<>();
        List<Money> discounts = new ArrayList<>();
        for (int n = random.nextInt(1, 8); n > 0; n--) {
            Money price = Money.ofMinor(random.nextLong(0, 1_000_000_000L), currency);
            Offer offer = new Offer(Sku.of("S" + n), "p", true, "n", Map.of(), null, price);
            Calculation.Wanted line = new Calculation.Wanted(offer, random.nextInt(1, 1000));
            wanted.add(line);
            discounts.add(Money.ofMinor(random.nextLong(0, line.gross().minorUnits() + 1), currency));
        }
        Money shipping = Money.ofMinor(random.nextLong(0, 10_000_000), currency);
        Totals t = Calculation.of(wanted, discounts, shipping, new Percentage(random.nextLong(0, 5000)))
                .totals();
        List<QuoteLine> lines = Calculation.of(wanted, discounts, shipping, PPN).lines();

        assertThat(t.total()).isEqualTo(t.items().minus(t.discount()).plus(t.shipping()));
        assertThat(sum(lines.stream().map(QuoteLine::total).toList(), currency).plus(shipping))
                .isEqualTo(t.total());
        assertThat(t.tax().compareTo(t.total())).isLessThanOrEqualTo(0);
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.total()).isEqualTo(line.gross().minus(line.discount())));
        Totals ppn = Calculation.of(wanted, discounts, shipping, PPN).totals();
        assertThat(sum(lines.stream().map(QuoteLine::tax).toList(), currency).plus(ppn.shippingTax()))
                .isEqualTo(ppn.tax());
    }

    private static Money sum(List<Money> parts, String currency) {
        return parts.stream().reduce(Money.ofMinor(0, currency), Money::plus);
    }

    @Test
    void a_discount_above_the_price_is_a_mistake() {
        List<Calculation.Wanted> wanted = List.of(new Calculation.Wanted(Samples.offer(Samples.SHIRT, "100.00"), 1));
        assertThatThrownBy(() -> Calculation.of(wanted, List.of(Samples.idr("100.01")), Samples.idr("0.00"), PPN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
