package io.niaga.fulfillment.receiving.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.Fixture;
import io.niaga.fulfillment.receiving.Restock;
import io.niaga.fulfillment.receiving.RestockState;
import io.niaga.fulfillment.receiving.ReturnId;
import io.niaga.fulfillment.receiving.ReturnedLine;
import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.types.Quantity;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestockMappingTest {
    private static Restock restock(Restock.By by) {
        StockKey row = StockKey.parse("sto_01kavf8g00e4ttm0nbdjqsmn0n/KMJ-1/whs_01kavf8g00e4ttm0nbdjqsmn0a");
        return new Restock(
                ReturnId.of("ret_01kavf8g00e4ttm0nbdjqsmn0r"),
                OrderId.of("ord_01kavf8g00e4ttm0nbdjqsmn0n"),
                new Fence(5),
                RestockState.RESTOCKING,
                List.of(new Restock.Part(new ReturnedLine(1, row.sku(), Quantity.of(2), Quantity.of(1)), row)),
                by,
                Instant.parse("2026-11-24T10:00:00Z"),
                1);
    }

    @Test
    void a_restock_is_kept_as_the_first_version_says_and_read_back_whole() {
        Restock restock = restock(new Restock.By("order-service", UserId.of("usr_01kavf8g00e4ttm0nbdjqsmn0n")));
        assertThat(RestockMapping.read(Fixture.frozen("restock-v1.json", RestockMapping.of(restock, 1))))
                .isEqualTo(restock);
    }

    @Test
    void one_that_nobody_is_behind_is_read_back_too() {
        Restock restock = restock(new Restock.By("order-service", null));
        assertThat(RestockMapping.read(RestockMapping.of(restock, 1))).isEqualTo(restock);
    }
}
