package io.niaga.gateway.routes;

import java.util.Map;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Hands a request to the route of the service that owns its path, by one look-up. The library's own mapping would ask every other
 * mapping first and then each route in turn whether it wants the request; what nobody owns is left to those.
 */
public final class RouteMapping implements HandlerMapping, Ordered {
    private final Map<Upstream, Route> routes;
    private final Mono<Object> handler;

    /** @param routes one for each service */
    public RouteMapping(Map<Upstream, Route> routes, FilteringWebHandler handler) {
        this.routes = Map.copyOf(routes);
        this.handler = Mono.just(handler);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Object> getHandler(ServerWebExchange exchange) {
        return RouteTable.ownerOf(
                        exchange.getRequest().getMethod().name(),
                        exchange.getRequest().getURI().getRawPath())
                .map(owner -> to(owner, exchange))
                .orElse(Mono.empty());
    }

    private Mono<Object> to(Upstream owner, ServerWebExchange exchange) {
        exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, routes.get(owner));
        return handler;
    }
}
