package io.niaga.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    @ParameterizedTest
    @CsvSource({
        "GET,/v1/products,SEARCH",
        "POST,/v1/products,CATALOG",
        "GET,/v1/products/prd_1,CATALOG",
        "GET,/v1/products/by-slug/kemeja,CATALOG",
        "GET,/v1/search,SEARCH",
        "GET,/v1/search/suggestions,SEARCH",
        "POST,/v1/behaviour-events,SEARCH",
        "PUT,/v1/carts/crt_1/items/KMJ-1,ORDER",
        "POST,/v1/order-links,ORDER",
        "POST,/v1/returns/ret_1/approval,ORDER",
        "POST,/v1/payment-webhooks/sandbox,PAYMENT",
        "POST,/v1/sandbox/payments/pay_1/events,PAYMENT",
        "POST,/v1/sandbox/parcels/X/events,FULFILLMENT",
        "GET,/v1/stores/sto_1,USER",
        "GET,/v1/stores/sto_1/members,USER",
        "POST,/v1/api-clients/cli_1/secret,USER",
        "GET,/v1/stores/sto_1/products,CATALOG",
        "PUT,/v1/stores/sto_1/shipping-table,FULFILLMENT",
        "GET,/v1/reports/sales,REPORTING",
        "POST,/v1/dashboards/sales/links,REPORTING",
        "GET,/v1/members/me,LOYALTY",
        "GET,/v1/openapi/order,ORDER"
    })
    void a_path_has_one_owner(String method, String path, Upstream owner) {
        assertThat(RouteTable.ownerOf(method, path)).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/reservations/rsv_1",
                "/v1/internal/v1/reservations",
                "/actuator/health",
                "/actuator/deadletters",
                "/v1/",
                "/v1",
                "/v1/openapi",
                "/v1/openapi/gateway",
                "/v1/sandbox",
                "/v2/products",
                "/V1/products"
            })
    void everything_else_has_none(String path) {
        assertThat(RouteTable.ownerOf("GET", path)).isEmpty();
    }

    @Test
    void every_service_publishes_its_documents() {
        for (Upstream upstream : Upstream.values()) {
            assertThat(RouteTable.ownerOf("GET", "/v1/openapi/" + upstream.shortName()))
                    .contains(upstream);
        }
    }
}
