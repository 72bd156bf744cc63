package io.niaga.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a received event besides its body.
 *
 * @param id {@code evt_…}, the same on every delivery of the event
 * @param source who told it, {@code /order-service/orders}
 * @param key the id of the aggregate it is about
 * @param sequence the aggregate's event number, ever higher; gaps are normal
 * @param time when the aggregate was written
 * @param correlationId what the whole conversation is known by
 * @param causationId the event that this one follows from
 */
public record Envelope(
        String id,
        String type,
        String source,
        String key,
        long sequence,
        Instant time,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        String topic,
        int partition,
        long offset) {}
