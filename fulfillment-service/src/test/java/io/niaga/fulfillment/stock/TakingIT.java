package io.niaga.fulfillment.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.Shop;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the port promises of a single write, by the database: the filter alone decides, nothing is read before. */
@NiagaIT
class TakingIT {
    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    Stocks stocks;

    private Shop shop;
    private StockKey key;

    @BeforeEach
    void five_units() {
        shop = new Shop(api).open().counted("CUP", 5);
        key = StockKey.parse(shop.key("CUP"));
    }

    @Test
    void a_name_takes_once_however_often_it_asks() {
        assertThat(stocks.take(key, operation("rsv_a/1/1", 2))).isPresent();
        assertThat(stocks.take(key, operation("rsv_a/1/1", 2))).isEmpty();
        levels(3, 2, 1);
    }

    @Test
    void more_than_there_is_takes_nothing() {
        assertThat(stocks.take(key, operation("rsv_a/1/1", 6))).isEmpty();
        levels(5, 0, 0);
        assertThat(stocks.take(key, operation("rsv_b/1/1", 5))).isPresent();
        levels(0, 5, 1);
    }

    @Test
    void forgetting_a_name_moves_no_units_and_leaves_the_others() {
        stocks.take(key, operation("rsv_a/1/1", 1));
        stocks.take(key, operation("rsv_b/1/1", 1));
        stocks.forget(List.of(new Stocks.Mark(key, "rsv_a/1/1"), new Stocks.Mark(key, "rsv_c/1/1")));
        levels(3, 2, 1);
        assertThat(stocks.take(key, operation("rsv_b/1/1", 1))).isEmpty();
    }

    private Operation operation(String name, int units) {
        return new Operation(name, units, clock.instant());
    }

    private void levels(int available, int reserved, int operations) {
        Stock row = stocks.find(key).orElseThrow();
        assertThat(row.buckets().available()).isEqualTo(available);
        assertThat(row.buckets().reserved()).isEqualTo(reserved);
        assertThat(row.operations()).hasSize(operations);
    }
}
