package io.niaga.fulfillment.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.niaga.types.Actor;
import io.niaga.types.ProblemException;
import io.niaga.types.Quantity;
import io.niaga.types.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final LowStock LOW = new LowStock(5);
    private static final Actor SOMEBODY = Actor.Guest.ANONYMOUS;
    private static final StockKey KEY =
            StockKey.parse("sto_01kavf8g00e4ttm0nbdjqsmn0n/KMJ-1/whs_01kavf8g00e4ttm0nbdjqsmn0a");

    private static Stock row(Buckets buckets) {
        return new Stock(KEY, buckets, null, Availability.IN_STOCK, List.of(), NOW, new Revision(1, 0, true));
    }

    @Test
    void a_key_reads_as_it_is_written() {
        assertThat(StockKey.parse(KEY.toString())).isEqualTo(KEY);
        assertThatIllegalArgumentException().isThrownBy(() -> StockKey.parse("a/b"));
    }

    @ParameterizedTest
    @CsvSource({"0, 5, OUT", "1, 5, LOW", "5, 5, LOW", "6, 5, IN_STOCK", "1, 0, IN_STOCK"})
    void availability_has_three_classes(int available, int lowAt, Availability expected) {
        assertThat(Availability.of(available, lowAt)).isEqualTo(expected);
    }

    @Test
    void the_best_of_several_warehouses_counts() {
        assertThat(Availability.best(List.of(Availability.OUT, Availability.LOW)))
                .isEqualTo(Availability.LOW);
        assertThat(Availability.best(List.of())).isEqualTo(Availability.OUT);
    }

    @Test
    void buckets_that_do_not_sum_up_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Buckets(10, 9, 2, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Buckets(0, 1, -1, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_is_done_the_buckets_sum_up(long seed) {
        Random random = new Random(seed);
        Buckets buckets = Buckets.EMPTY;
        for (int i = 0; i < 10_000; i++) {
            int units = random.nextInt(20);
            buckets = switch (random.nextInt(4)) {
                case 0 -> buckets.available() >= units ? buckets.taken(units) : buckets;
                case 1 -> buckets.reserved() >= units ? buckets.givenBack(units) : buckets;
                case 2 -> buckets.reserved() >= units ? buckets.handedOver(units) : buckets;
                default -> buckets.allows(units * 10, units % 3) ? buckets.counted(units * 10, units % 3) : buckets;
            };
            assertThat(buckets.onHand()).isEqualTo(buckets.available() + buckets.reserved() + buckets.safety());
        }
    }

    @Test
    void a_count_keeps_what_orders_have_and_what_is_kept_back() {
        Stock row = row(new Buckets(20, 8, 5, 4, 1, 1, 1));
        Buckets counted = StockCount.of(Quantity.of(15), Reason.COUNT)
                .on(row, SOMEBODY, LOW, NOW)
                .stock()
                .buckets();
        assertThat(counted).isEqualTo(new Buckets(15, 3, 5, 4, 1, 1, 1));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> StockCount.of(Quantity.of(11), Reason.COUNT).on(row, SOMEBODY, LOW, NOW))
                .satisfies(e ->
                        assertThat(e.parameters()).containsEntry("reserved", 5).containsEntry("kept", 7));
    }

    @Test
    void a_change_of_class_rides_in_the_write_that_makes_it() {
        Stock row = row(new Buckets(20, 20, 0, 0, 0, 0, 0));
        StockChange change = StockCount.of(Quantity.of(3), Reason.COUNT).on(row, SOMEBODY, LOW, NOW);
        assertThat(change.stock().told()).isEqualTo(Availability.LOW);
        assertThat(change.facts()).contains(new StockFact.AvailabilityChanged(KEY, Availability.LOW));
        StockChange same = StockCount.of(Quantity.of(19), Reason.COUNT).on(row, SOMEBODY, LOW, NOW);
        assertThat(same.facts()).hasSize(1);
    }

    @Test
    void the_first_count_of_nothing_says_that_there_is_nothing() {
        StockCount nothing = StockCount.of(Quantity.NONE, Reason.COUNT);
        Stock unknown = Stock.unknown(KEY, NOW);
        assertThat(nothing.changes(unknown)).containsExactly("/onHand");
        assertThat(nothing.on(unknown, SOMEBODY, LOW, NOW).facts())
                .contains(new StockFact.AvailabilityChanged(KEY, Availability.OUT));
    }
}
