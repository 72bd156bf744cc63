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
import java.util.stream.Stream;

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

    /** An event that is owed so many times, from that long from now on. */
    public record Owed(ProviderEvent event, int times, Duration delay) {}

    /** Owes events; what is due now is sent in the background, in this order. */
    public void owe(List<Owed> owed) {
        Instant now = clock.instant();
        deliveries.owe(owed.stream().flatMap(o -> deliveries(o, now)).toList());
        List<SandboxDelivery> due = owed.stream()
                .filter(o -> o.delay().isZero())
                .flatMap(o -> deliveries(o, now))
                .toList();
        if (!due.isEmpty()) {
            background.execute(() -> due.forEach(this::deliver));
        }
    }

    private Stream<SandboxDelivery> deliveries(Owed owed, Instant now) {
        String id = owed.event().id();
        String text = body.write(owed.event(), now);
        // What is sent at once comes up again when that failed, and not while it is under way.
        Duration pause = owed.delay().isZero() ? FIRST_PAUSE : owed.delay();
        return IntStream.range(0, owed.times())
                .mapToObj(i -> new SandboxDelivery(id + "/" + i, id, text, now.plus(pause), 0));
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
