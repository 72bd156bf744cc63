package io.niaga.service.trace;

import io.niaga.trace.Span;
import io.niaga.trace.Spans;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** Puts every request into the trace its caller names, or into a new one; tells it as a span where somebody wants it. */
final class TraceFilter implements Filter {
    private static final int SERVER_ERROR = 500;
    private final @Nullable Spans spans;

    TraceFilter(@Nullable Spans spans) {
        this.spans = spans;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String caller = http.getHeader(Trace.HEADER);
        Trace trace = Trace.startFrom(caller);
        trace.enter();
        Instant start = spans == null ? null : Instant.now();
        try {
            chain.doFilter(request, response);
        } finally {
            Trace.leave();
            if (spans != null && start != null && request.getDispatcherType() == DispatcherType.REQUEST) {
                spans.ended(span(trace, caller, http, (HttpServletResponse) response, start));
            }
        }
    }

    /** Named by its route, so that no id and nobody's data is in a name. */
    private static Span span(
            Trace trace,
            @Nullable String caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Instant start) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new Span(
                trace.traceId(),
                trace.spanId(),
                trace.traceId().equals(Span.traceOf(caller)) ? Span.spanOf(caller) : null,
                Span.Kind.SERVER,
                request.getMethod() + (route == null ? "" : " " + route),
                start,
                Instant.now(),
                response.getStatus() >= SERVER_ERROR,
                Map.of("http.response.status_code", String.valueOf(response.getStatus())));
    }
}
