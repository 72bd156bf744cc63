package io.niaga.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /v1/search, READ",
        "GET, /v1/products/prd_1, READ",
        "GET, /v1/orders, READ",
        "GET, /v1/orders/ord_1, CHECKOUT",
        "GET, /v1/orders/ord_1/timeline, CHECKOUT",
        "POST, /v1/orders, CHECKOUT",
        "PUT, /v1/carts/crt_1/items/A, CHECKOUT",
        "GET, /v1/carts/crt_1, CHECKOUT",
        "POST, /v1/quotes, CHECKOUT",
        "POST, /v1/payments/pay_1/confirmation, CHECKOUT",
        "POST, /v1/payment-webhooks/sandbox, CHECKOUT",
        "GET, /v1/payment-methods, CHECKOUT",
        "PUT, /v1/stock/A, WRITE",
        "POST, /v1/users, WRITE",
        "POST, /v1/product-imports, BACKGROUND",
        "PUT, /v1/prices, BACKGROUND",
        "PUT, /v1/prices/A, WRITE",
        "GET, /v1/reports/sales, BACKGROUND",
        "GET, /v1/ledger/trial-balance, BACKGROUND"
    })
    void a_path_has_its_lane(String method, String path, Lane lane) {
        assertThat(Lane.of(method, path)).isEqualTo(lane);
    }

    @Test
    void each_lane_ends_before_the_next() {
        assertThat(Lane.values()).extracting(lane -> lane.limit(8)).containsExactly(2, 4, 6, 8);
    }
}
