package io.niaga.messaging;

import io.niaga.trace.Span;
import io.niaga.trace.Spans;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells sent and received events as spans below the write that told them; tells nothing where nobody wants it. */
final class EventSpans {
    private final @Nullable Spans spans;

    EventSpans(@Nullable Spans spans) {
        this.spans = spans;
    }

    /** The place in its trace that receiving an event has: a span of its own where spans are wanted, else its sender's. */
    @Nullable
    String place(Envelope envelope) {
        if (spans == null) {
            return envelope.traceparent();
        }
        String trace = Span.traceOf(envelope.traceparent());
        return trace == null ? envelope.traceparent() : "00-" + trace + "-" + Span.newId() + "-01";
    }

    /** When receiving begins; the clock is not asked where nobody wants to know. */
    Instant begin() {
        return spans == null ? Instant.EPOCH : Instant.now();
    }

    /** From the write to the broker's acknowledgement. */
    void published(Pending event, boolean failed) {
        String trace = spans == null ? null : Span.traceOf(event.trace());
        if (spans != null && trace != null) {
            spans.ended(new Span(
                    trace,
                    Span.newId(),
                    Span.spanOf(event.trace()),
                    Span.Kind.PRODUCER,
                    "publish " + event.type(),
                    event.at(),
                    Instant.now(),
                    failed,
                    Map.of("messaging.destination.name", event.to())));
        }
    }

    void received(String group, Envelope envelope, @Nullable String place, Instant start, boolean failed) {
        String trace = spans == null ? null : Span.traceOf(place);
        String id = spans == null ? null : Span.spanOf(place);
        if (spans != null && trace != null && id != null) {
            spans.ended(new Span(
                    trace,
                    id,
                    Span.spanOf(envelope.traceparent()),
                    Span.Kind.CONSUMER,
                    "receive " + envelope.type(),
                    start,
                    Instant.now(),
                    failed,
                    Map.of("messaging.consumer.group.name", group, "messaging.destination.name", envelope.topic())));
        }
    }
}
