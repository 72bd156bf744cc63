package io.niaga.payments.webhook;

import io.niaga.payments.payment.ChangePayment;
import io.niaga.payments.payment.Payment;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Receives a provider's fact and applies it once. What was received but not applied, because a process died in between,
 * is applied by the next delivery or by the sweep, whichever comes first.
 */
@UseCase
public final class ApplyProviderEvent {
    private static final System.Logger log = System.getLogger(ApplyProviderEvent.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BATCH = 100;
    private final ProviderEvents events;
    private final ChangePayment change;
    private final Clock clock;

    public ApplyProviderEvent(ProviderEvents events, ChangePayment change, Clock clock) {
        this.events = events;
        this.change = change;
        this.clock = clock;
    }

    public void receive(ProviderEvent event) {
        if (events.receive(event, clock.instant()) != ProviderEvents.Progress.APPLIED) {
            apply(event);
        }
    }

    /** Applies what was received and left. */
    public void sweep() {
        events.unappliedSince(clock.instant().minus(PATIENCE), BATCH).forEach(this::apply);
    }

    private void apply(ProviderEvent event) {
        Instant now = clock.instant();
        try {
            change.apply(event.payment(), payment -> apply(event, payment, now));
            events.applied(event.id(), "APPLIED");
        } catch (ProblemException unknown) {
            if (unknown.problem() != CommonProblem.NOT_FOUND) {
                throw unknown;
            }
            log.log(
                    System.Logger.Level.ERROR,
                    "provider event {0} names payment {1}, which does not exist",
                    event.id(),
                    event.payment());
            events.applied(event.id(), "PAYMENT_UNKNOWN");
        }
    }

    private static void apply(ProviderEvent event, Payment payment, Instant now) {
        switch (event.kind()) {
            case PAID -> {
                if (event.amount().equals(payment.terms().amount())) {
                    payment.paid(now);
                } else {
                    log.log(
                            System.Logger.Level.ERROR,
                            "provider event {0} has another amount than payment {1}",
                            event.id(),
                            payment.id());
                    payment.suspend(event.amount(), event.id(), now);
                }
            }
            case DENIED -> payment.declined("DENIED_BY_PROVIDER", now);
            case EXPIRED -> payment.expired();
        }
    }
}
