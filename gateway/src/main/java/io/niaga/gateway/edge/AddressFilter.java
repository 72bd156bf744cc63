package io.niaga.gateway.edge;

import io.niaga.gateway.routes.Addresses;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Passes a request to one of its service's addresses, and once more where that does no harm: to another address when the
 * first refused the connection, a read also when the first cannot answer it now (503: it has only just been started), and a
 * read that was dropped before its answer began.
 */
public final class AddressFilter implements GatewayFilter, Ordered {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Addresses addresses;

    public AddressFilter(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Inside of what writes the answer: here it has begun, and nobody has seen anything of it. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        int address = addresses.next();
        return to(address, exchange, chain)
                .then(Mono.fromSupplier(() -> cannotNow(exchange)))
                .onErrorResume(failure -> isTriedAgain(exchange, failure), failure -> Mono.just(true))
                .flatMap(isAgain -> isAgain ? again(address, exchange, chain) : Mono.empty());
    }

    private boolean cannotNow(ServerWebExchange exchange) {
        return !addresses.isOne()
                && READS.contains(exchange.getRequest().getMethod())
                && exchange.getResponse().getStatusCode() == HttpStatus.SERVICE_UNAVAILABLE;
    }

    private Mono<Void> to(int address, ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!addresses.isOne()) {
            exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, addresses.route(address));
        }
        return chain.filter(exchange);
    }

    private boolean isTriedAgain(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return false;
        }
        return Causes.has(failure, ConnectException.class)
                ? !addresses.isOne()
                : failure instanceof IOException
                        && READS.contains(exchange.getRequest().getMethod());
    }

    private Mono<Void> again(int failed, ServerWebExchange exchange, GatewayFilterChain chain) {
        addresses.away(failed);
        Connection unread = exchange.getAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
        if (unread != null) {
            unread.dispose();
        }
        ServerWebExchangeUtils.reset(exchange);
        return to(addresses.next(), exchange, chain);
    }
}
