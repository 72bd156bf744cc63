package io.niaga.payments.simulator;

import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.types.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Makes the calls that the sandbox owes, again and again until our webhook takes them. */
@UseCase
public final class DeliverSandbox {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST_SHIFT = 8;
    private static final int BATCH = 50;
    private final SandboxDeliveries deliveries;
    private final WebhookCall call;
    private final SandboxBody body;
    private final Clock clock;
    private final Executor background;

    /** @param background where calls are made that nobody waits for */
    public DeliverSandbox(
            SandboxDeliveries deliveries, WebhookCall call, SandboxBody body, Clock clock, Executor background) {
        this.deliveries = deliveries;
        this.call = call;
        this.body = body;
        this.clock = clock;
        this.background = background;
    }

    /** Owes the same event so many times, from then on; what is due now is sent in the background. */
    void owe(ProviderEvent event, int times, Duration delay) {
        Instant now = clock.instant();
        String text = body.write(event, now);
        List<SandboxDelivery> owed = IntStream.range(0, times)
                .mapToObj(i -> new SandboxDelivery(event.id() + "/" + i, event.id(), text, now.plus(delay), 0))
                .toList();
        deliveries.owe(owed);
        if (delay.isZero()) {
            background.execute(() -> owed.forEach(this::deliver));
        }
    }

    public void deliverDue() {
        deliveries.due(clock.instant(), BATCH).forEach(this::deliver);
    }

    private void deliver(SandboxDelivery delivery) {
        if (call.send(delivery.eventId(), delivery.body().getBytes(StandardCharsets.UTF_8))) {
            deliveries.delivered(delivery.id());
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(delivery.tries(), LONGEST_SHIFT));
            deliveries.retryAt(delivery.id(), clock.instant().plus(pause));
        }
    }
}
