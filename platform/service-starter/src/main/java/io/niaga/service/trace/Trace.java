package io.niaga.service.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The current thread's place in a trace (W3C trace context, level 1). Kept in the logging context under
 * {@value #TRACE_ID} and {@value #SPAN_ID}, where the log lines and the messaging starter find it.
 */
public record Trace(String traceId, String spanId) {
    public static final String TRACE_ID = "traceId";
    public static final String SPAN_ID = "spanId";
    public static final String HEADER = "traceparent";

    private static final Pattern SHAPE = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);
    private static final HexFormat HEX = HexFormat.of();

    /** Starts a span: below the one the header names, or of a new trace when there is none that can be read. */
    public static Trace startFrom(@Nullable String traceparent) {
        if (traceparent != null && traceparent.length() == 55) {
            var parts = SHAPE.matcher(traceparent);
            if (parts.matches()
                    && !parts.group(1).equals(NO_TRACE)
                    && !parts.group(2).equals(NO_SPAN)) {
                return new Trace(parts.group(1), newSpanId());
            }
        }
        return new Trace(newSpanId() + newSpanId(), newSpanId());
    }

    /** What the current thread works for, or null outside of any request. */
    public static @Nullable Trace current() {
        String traceId = MDC.get(TRACE_ID);
        String spanId = MDC.get(SPAN_ID);
        return traceId == null || spanId == null ? null : new Trace(traceId, spanId);
    }

    public static @Nullable String currentTraceId() {
        return MDC.get(TRACE_ID);
    }

    /** Makes this the current thread's; {@link #leave()} ends it. */
    public void enter() {
        MDC.put(TRACE_ID, traceId);
        MDC.put(SPAN_ID, spanId);
    }

    public static void leave() {
        MDC.remove(TRACE_ID);
        MDC.remove(SPAN_ID);
    }

    /** The task in the trace of whoever hands it over, on whatever thread it runs. */
    public static Runnable carried(Runnable task) {
        Trace trace = current();
        if (trace == null) {
            return task;
        }
        return () -> {
            trace.enter();
            try {
                task.run();
            } finally {
                leave();
            }
        };
    }

    /** The header for a call made from here. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    private static String newSpanId() {
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
    }
}
