package io.niaga.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class RouteMappingTest {
    private final FilteringWebHandler handler = new FilteringWebHandler(List.of(), false);
    private final RouteMapping mapping = new RouteMapping(
            Arrays.stream(Upstream.values()).collect(Collectors.toMap(Function.identity(), RouteMappingTest::route)),
            handler);

    private static Route route(Upstream upstream) {
        return Route.async()
                .id(upstream.shortName())
                .uri("http://127.0.0.1")
                .predicate(exchange -> true)
                .build();
    }

    private static MockServerWebExchange get(String path) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(path));
    }

    @Test
    void a_path_goes_to_its_owner() {
        Map.of("/v1/carts/crt_1", "order", "/v1/products", "search", "/v1/openapi/user", "user")
                .forEach((path, owner) -> {
                    MockServerWebExchange exchange = get(path);
                    assertThat(mapping.getHandler(exchange).block()).isSameAs(handler);
                    assertThat(exchange.<Route>getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR))
                            .extracting(Route::getId)
                            .isEqualTo(owner);
                });
    }

    @Test
    void what_nobody_owns_is_left_alone() {
        for (String path : List.of("/docs", "/v1/no-such-thing", "/internal/v1/orders/ord_1/contact", "/")) {
            MockServerWebExchange exchange = get(path);
            assertThat(mapping.getHandler(exchange).blockOptional()).isEmpty();
            assertThat(exchange.getAttributes()).doesNotContainKey(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        }
    }
}
