package io.niaga.gateway.edge;

import io.niaga.trace.Span;
import io.niaga.trace.Spans;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells requests as spans, where somebody wants them: the first ones of their traces, or below the caller's. */
public final class EdgeSpans {
    private final @Nullable Spans spans;

    public EdgeSpans(@Nullable Spans spans) {
        this.spans = spans;
    }

    /** What is passed on: a span of our own where spans are wanted. */
    String place(String traceparent) {
        return spans == null ? traceparent : TraceIds.below(traceparent);
    }

    Mono<Void> watched(Mono<Void> work, ServerWebExchange exchange, @Nullable String caller, String place) {
        Spans wanted = spans;
        if (wanted == null) {
            return work;
        }
        Instant start = Instant.now();
        return work.doFinally(end -> wanted.ended(span(exchange, caller, place, start)));
    }

    private static Span span(ServerWebExchange exchange, @Nullable String caller, String place, Instant start) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        int code = status == null ? 200 : status.value();
        String path = exchange.getRequest().getURI().getRawPath();
        String[] parts = path.split("/", 4);
        String trace = TraceIds.traceId(place);
        return new Span(
                trace,
                String.valueOf(Span.spanOf(place)),
                trace.equals(Span.traceOf(caller)) ? Span.spanOf(caller) : null,
                Span.Kind.SERVER,
                // The resource and no more: what follows may be an id.
                exchange.getRequest().getMethod().name()
                        + (parts.length > 2 ? " /" + parts[1] + "/" + parts[2] : " " + path),
                start,
                Instant.now(),
                code >= 500,
                Map.of("http.response.status_code", String.valueOf(code)));
    }
}
