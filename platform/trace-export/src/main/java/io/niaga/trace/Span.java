package io.niaga.trace;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work within a trace.
 *
 * @param traceId 32 hexadecimal digits
 * @param id 16 hexadecimal digits
 * @param parent the span that caused it, null for the first of a trace
 * @param name few different ones: {@code POST /v1/orders}, never with an id
 */
public record Span(
        String traceId,
        String id,
        @Nullable String parent,
        Kind kind,
        String name,
        Instant start,
        Instant end,
        boolean failed,
        Map<String, String> attributes) {
    private static final int TRACEPARENT = 55;
    private static final int TRACE_END = 35;
    private static final int SPAN_END = 52;

    /** What role the process plays; the numbers are OTLP's. */
    public enum Kind {
        SERVER(2),
        CLIENT(3),
        PRODUCER(4),
        CONSUMER(5);

        final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    public Span {
        attributes = Map.copyOf(attributes);
    }

    /** The trace's id within a well-formed {@code traceparent}, null when it is none. */
    public static @Nullable String traceOf(@Nullable String traceparent) {
        return traceparent == null || traceparent.length() != TRACEPARENT ? null : traceparent.substring(3, TRACE_END);
    }

    /** The span's id within a well-formed {@code traceparent}, null when it is none. */
    public static @Nullable String spanOf(@Nullable String traceparent) {
        return traceparent == null || traceparent.length() != TRACEPARENT
                ? null
                : traceparent.substring(TRACE_END + 1, SPAN_END);
    }

    public static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
    }
}
