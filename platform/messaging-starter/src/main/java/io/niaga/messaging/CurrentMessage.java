package io.niaga.messaging;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The event being received by this thread, so that what is told because of it carries its correlation and trace. */
final class CurrentMessage {
    private static final ScopedValue<Envelope> CURRENT = ScopedValue.newInstance();
    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";
    private static final int TRACEPARENT_PARTS = 4;

    private CurrentMessage() {}

    /** @param place the receiver's place in the event's trace */
    static void during(Envelope envelope, @Nullable String place, Callable<?> work) throws Exception {
        String[] trace = place == null ? new String[0] : place.split("-", -1);
        if (trace.length != TRACEPARENT_PARTS) {
            ScopedValue.where(CURRENT, envelope).call(work::call);
            return;
        }
        try (MDC.MDCCloseable _ = MDC.putCloseable(TRACE, trace[1]);
                MDC.MDCCloseable _ = MDC.putCloseable(SPAN, trace[2])) {
            ScopedValue.where(CURRENT, envelope).call(work::call);
        }
    }

    static @Nullable String correlation() {
        if (!CURRENT.isBound()) {
            return MDC.get(TRACE);
        }
        Envelope cause = CURRENT.get();
        return cause.correlationId() == null ? cause.id() : cause.correlationId();
    }

    static @Nullable String causation() {
        return CURRENT.isBound() ? CURRENT.get().id() : null;
    }

    static @Nullable String traceparent() {
        String trace = MDC.get(TRACE);
        String span = MDC.get(SPAN);
        return trace == null || span == null ? null : "00-" + trace + "-" + span + "-01";
    }
}
