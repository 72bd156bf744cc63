package io.niaga.gateway.edge;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The one filter in front of everything: path and size rules, quota, trace id. One class and one request mutation,
 * because each layer here is paid by every request.
 */
public final class EdgeFilter implements WebFilter, Ordered {
    /**
     * Headers that end here: whom a service speaks for is said among services only, and nothing behind here speaks another
     * protocol, which the proxy would otherwise agree to before it asks anybody.
     */
    private static final List<String> NEVER_FROM_OUTSIDE = List.of("On-Behalf-Of", "Upgrade", "HTTP2-Settings");

    private final Callers callers;
    private final Quotas quotas;
    private final ProblemWriter problems;
    private final Drain drain;
    private final EdgeSpans spans;
    private final long maxBody;
    private final long maxUpload;

    public EdgeFilter(
            Callers callers,
            Quotas quotas,
            ProblemWriter problems,
            Drain drain,
            EdgeSpans spans,
            long maxBody,
            long maxUpload) {
        this.callers = callers;
        this.quotas = quotas;
        this.problems = problems;
        this.drain = drain;
        this.spans = spans;
        this.maxBody = maxBody;
        this.maxUpload = maxUpload;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String caller = request.getHeaders().getFirst("traceparent");
        String traceparent = spans.place(TraceIds.traceparent(caller));
        String traceId = TraceIds.traceId(traceparent);
        exchange.getAttributes().put(TraceIds.ATTRIBUTE, traceId);
        exchange.getResponse().getHeaders().set("X-Request-Id", traceId);
        if (drain.isDraining()) {
            exchange.getResponse().getHeaders().set("Connection", "close");
        }
        String path = request.getURI().getRawPath();
        if (!PathRules.isPlain(path)) {
            return problems.write(exchange, EdgeProblem.PATH_REFUSED.now());
        }
        if (!isPlainlyFramed(request.getHeaders())) {
            // What follows cannot be told from a next request.
            exchange.getResponse().getHeaders().set("Connection", "close");
            return problems.write(exchange, EdgeProblem.HEADER_REFUSED.now());
        }
        long limit = path.startsWith("/v1/product-imports") ? maxUpload : maxBody;
        if (request.getHeaders().getContentLength() > limit) {
            return problems.write(exchange, EdgeProblem.BODY_TOO_LARGE.with("limit", limit));
        }
        if (!path.startsWith("/v1/")) {
            return chain.filter(exchange);
        }
        exchange.getAttributes().put(SeenAddress.ATTRIBUTE, callers.address(request));
        // As the service reads it: an escaped letter is no way into another class.
        QuotaClass quota =
                QuotaClass.of(request.getMethod().name(), request.getURI().getPath());
        Mono<Void> work = callers.of(request).flatMap(who -> {
            Quotas.Decision decision = quotas.take(quota, who);
            tell(exchange.getResponse().getHeaders(), quota, decision);
            return decision.allowed()
                    ? chain.filter(passedOn(exchange, traceparent, limit))
                    : refuse(exchange, quota, decision);
        });
        return spans.watched(work, exchange, caller, traceparent);
    }

    /** One coding that every parser understands, or none. */
    private static boolean isPlainlyFramed(HttpHeaders headers) {
        List<String> codings = headers.getOrEmpty("Transfer-Encoding");
        return codings.isEmpty() || (codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked"));
    }

    private static ServerWebExchange passedOn(ServerWebExchange exchange, String traceparent, long limit) {
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .headers(headers -> {
                    NEVER_FROM_OUTSIDE.forEach(headers::remove);
                    headers.set("traceparent", traceparent);
                })
                .build();
        boolean unannounced = request.getHeaders().containsHeader("Transfer-Encoding");
        return exchange.mutate()
                .request(unannounced ? new BodyLimit(request, limit) : request)
                .build();
    }

    private Mono<Void> refuse(ServerWebExchange exchange, QuotaClass quota, Quotas.Decision decision) {
        long seconds = Math.max(1, (decision.pause().toMillis() + 999) / 1000);
        exchange.getResponse().getHeaders().set("Retry-After", Long.toString(seconds));
        return problems.write(
                exchange,
                EdgeProblem.QUOTA_EXCEEDED
                        .with("policy", quota.policy())
                        .with("limit", decision.quota())
                        .with("seconds", seconds));
    }

    private static void tell(HttpHeaders headers, QuotaClass quota, Quotas.Decision decision) {
        headers.set("RateLimit-Policy", "\"" + quota.policy() + "\";q=" + decision.quota() + ";w=60");
        headers.set(
                "RateLimit",
                "\"" + quota.policy() + "\";r=" + decision.remaining() + ";t="
                        + decision.reset().toSeconds());
    }
}
