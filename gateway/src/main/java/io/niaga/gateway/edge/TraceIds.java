package io.niaga.gateway.edge;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context: a caller's well-formed {@code traceparent} is kept, otherwise a trace begins here. */
final class TraceIds {
    static final String ATTRIBUTE = "niaga.traceId";
    private static final Pattern SHAPE = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);

    private TraceIds() {}

    static String traceparent(@Nullable String received) {
        return received != null && SHAPE.matcher(received).matches() && !received.contains(NO_TRACE)
                ? received
                : "00-" + hex() + hex() + "-" + hex() + "-01";
    }

    /** A span of our own below the caller's. */
    static String below(String traceparent) {
        return traceparent.substring(0, 36) + hex() + "-01";
    }

    static String traceId(String traceparent) {
        return traceparent.substring(3, 35);
    }

    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }
}
