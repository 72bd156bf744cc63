package io.niaga.fulfillment.reservation;

import static io.niaga.fulfillment.reservation.Shelf.MAIN;
import static io.niaga.fulfillment.reservation.Shelf.OTHER;
import static io.niaga.fulfillment.reservation.Shelf.SHIRT;
import static io.niaga.fulfillment.reservation.Shelf.STORE;
import static io.niaga.fulfillment.reservation.Shelf.TROUSERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.stock.StockKey;
import io.niaga.fulfillment.warehouse.WarehouseId;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static StockKey key(Sku sku, WarehouseId warehouse) {
        return new StockKey(STORE, sku, warehouse);
    }

    private static WantedLine want(int line, Sku sku, int units) {
        return new WantedLine(line, sku, Quantity.of(units));
    }

    private static HeldLine held(int line, Sku sku, WarehouseId warehouse, int units) {
        return new HeldLine(line, key(sku, warehouse), Quantity.of(units));
    }

    private static Allocation allocate(Map<StockKey, Integer> available, WantedLine... wanted) {
        return Allocation.of(List.of(wanted), new Allocation.Shelves(STORE, List.of(MAIN, OTHER), available));
    }

    @Test
    void the_default_serves_everything_when_it_can() {
        var there = Map.of(key(SHIRT, MAIN), 2, key(TROUSERS, MAIN), 2, key(SHIRT, OTHER), 9, key(TROUSERS, OTHER), 9);
        assertThat(allocate(there, want(1, SHIRT, 2), want(2, TROUSERS, 1)))
                .isEqualTo(new Allocation.Served(List.of(held(1, SHIRT, MAIN, 2), held(2, TROUSERS, MAIN, 1))));
    }

    @Test
    void one_warehouse_is_better_than_two() {
        var there = Map.of(key(SHIRT, MAIN), 9, key(SHIRT, OTHER), 2, key(TROUSERS, OTHER), 1);
        assertThat(allocate(there, want(1, SHIRT, 2), want(2, TROUSERS, 1)))
                .isEqualTo(new Allocation.Served(List.of(held(1, SHIRT, OTHER, 2), held(2, TROUSERS, OTHER, 1))));
    }

    @Test
    void a_line_is_split_only_when_it_must_be() {
        var there = Map.of(key(SHIRT, MAIN), 1, key(SHIRT, OTHER), 2, key(TROUSERS, MAIN), 1);
        assertThat(allocate(there, want(1, SHIRT, 3), want(2, TROUSERS, 1)))
                .isEqualTo(new Allocation.Served(
                        List.of(held(1, SHIRT, MAIN, 1), held(1, SHIRT, OTHER, 2), held(2, TROUSERS, MAIN, 1))));
    }

    @Test
    void two_lines_of_a_sku_share_what_is_there() {
        var there = Map.of(key(SHIRT, MAIN), 3);
        assertThat(allocate(there, want(1, SHIRT, 2), want(2, SHIRT, 2)))
                .isInstanceOfSatisfying(
                        Allocation.Lacking.class,
                        lacking -> assertThat(lacking.available()).containsExactly(Map.entry(SHIRT, 3)));
    }

    @Test
    void everything_that_is_lacking_is_named() {
        var there = Map.of(key(SHIRT, MAIN), 1, key(SHIRT, OTHER), 1);
        assertThat(allocate(there, want(1, SHIRT, 3), want(2, TROUSERS, 1)))
                .isInstanceOfSatisfying(
                        Allocation.Lacking.class,
                        lacking -> assertThat(lacking.available())
                                .containsExactly(Map.entry(SHIRT, 2), Map.entry(TROUSERS, 0)));
    }
}
