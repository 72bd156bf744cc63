package io.niaga.fulfillment.stock.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.fulfillment.Fixture;
import io.niaga.fulfillment.stock.Availability;
import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.Operation;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.types.Revision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockMappingTest {
    @Test
    void a_row_is_kept_as_the_first_version_says_and_read_back_whole() {
        Instant at = Instant.parse("2026-11-24T10:00:00Z");
        Stock row = new Stock(
                StockKey.parse("sto_01kavf8g00e4ttm0nbdjqsmn0n/KMJ-1/whs_01kavf8g00e4ttm0nbdjqsmn0a"),
                new Buckets(20, 8, 5, 4, 1, 1, 1),
                3,
                Availability.IN_STOCK,
                List.of(new Operation("rsv_01kavf8g00e4ttm0nbdjqsmn0n/1/1", 2, at)),
                at,
                new Revision(0, 0, true));
        assertThat(StockMapping.read(Fixture.frozen("stock-v1.json", StockMapping.of(row))))
                .isEqualTo(row);
    }
}
