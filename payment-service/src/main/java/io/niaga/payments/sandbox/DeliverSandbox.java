package io.niaga.payments.sandbox;

import io.niaga.types.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** Makes the calls that the sandbox owes, again and again until our webhook takes them. */
@UseCase
public final class DeliverSandbox {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_SHIFT = 8;
    private static final int BATCH = 50;
    private final SandboxDeliveries deliveries;
    private final WebhookCall call;
    private final Clock clock;

    public DeliverSandbox(SandboxDeliveries deliveries, WebhookCall call, Clock clock) {
        this.deliveries = deliveries;
        this.call = call;
        this.clock = clock;
    }

    public void deliverDue() {
        deliveries.due(clock.instant(), BATCH).forEach(this::deliver);
    }

    void deliver(SandboxDelivery delivery) {
        if (call.send(delivery.eventId(), delivery.body().getBytes(StandardCharsets.UTF_8))) {
            deliveries.delivered(delivery.id());
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(delivery.tries(), LONGEST_SHIFT));
            deliveries.retryAt(delivery.id(), clock.instant().plus(pause));
        }
    }
}
