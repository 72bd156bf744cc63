package io.niaga.gateway.edge;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells a service the address that a request came from: what guests without any token are told apart by. What the client
 * itself says about it has been removed by the library when this is asked.
 */
public final class SeenAddress implements HttpHeadersFilter, Ordered {
    static final String ATTRIBUTE = "niaga.address";

    /** After all that remove. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(received);
        headers.set("X-Forwarded-For", exchange.getAttribute(ATTRIBUTE));
        return headers;
    }
}
