package io.niaga.payments.webhook;

import io.niaga.payments.payment.ChangePayment;
import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.PaymentState;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.payment.RefundRetries;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

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
    private final RefundRetries retries;
    private final Clock clock;

    public ApplyProviderEvent(ProviderEvents events, ChangePayment change, RefundRetries retries, Clock clock) {
        this.events = events;
        this.change = change;
        this.retries = retries;
        this.clock = clock;
    }

    public void receive(ProviderEvent event) {
        if (events.receive(event, clock.instant()) != ProviderEvents.Progress.APPLIED) {
            apply(event);
        }
    }

    /** Applies what was received and left; an event that cannot be applied does not hold up the others. */
    public void sweep() {
        for (ProviderEvent event : events.unappliedSince(clock.instant().minus(PATIENCE), BATCH)) {
            try {
                apply(event);
            } catch (RuntimeException failed) {
                log.log(
                        System.Logger.Level.ERROR,
                        "provider event " + event.id() + " could not be applied; it is tried again",
                        failed);
            }
        }
    }

    private void apply(ProviderEvent event) {
        PaymentId id = event.about().payment();
        Instant now = clock.instant();
        try {
            change.apply(id, payment -> apply(event, payment, now));
            events.applied(event.id(), "APPLIED");
        } catch (ProblemException unknown) {
            if (unknown.problem() != CommonProblem.NOT_FOUND) {
                throw unknown;
            }
            log.log(
                    System.Logger.Level.ERROR,
                    "provider event {0} names payment {1}, which does not exist",
                    event.id(),
                    id);
            events.applied(event.id(), "PAYMENT_UNKNOWN");
        }
    }

    private void apply(ProviderEvent event, Payment payment, Instant now) {
        int attempt = event.about().attempt();
        switch (event.kind()) {
            case PAID -> paid(event, payment, now);
            case DENIED -> payment.declined(attempt, reason(payment), now);
            case EXPIRED -> payment.expired(attempt, now);
            case REFUND_SUCCEEDED, REFUND_FAILED -> refund(event, payment, now);
        }
    }

    private static void paid(ProviderEvent event, Payment payment, Instant now) {
        if (event.amount().equals(payment.terms().amount())) {
            payment.paid(event.about().attempt(), now);
        } else {
            log.log(
                    System.Logger.Level.ERROR,
                    "provider event {0} has another amount than payment {1}",
                    event.id(),
                    payment.id());
            payment.suspend(event.amount(), event.id(), now);
        }
    }

    private static String reason(Payment payment) {
        return payment.state() instanceof PaymentState.Challenged ? "AUTHENTICATION_FAILED" : "DENIED_BY_PROVIDER";
    }

    /** A refund that is not ours or another amount changes nothing: the refund stays open, and the provider is asked. */
    private void refund(ProviderEvent event, Payment payment, Instant now) {
        RefundId id = Objects.requireNonNull(event.about().refund());
        boolean fits = payment.refund(id)
                .filter(r -> r.amount().equals(event.amount()))
                .isPresent();
        if (!fits) {
            log.log(System.Logger.Level.ERROR, "provider event {0} does not fit refund {1}", event.id(), id);
        } else if (event.kind() == ProviderEvent.Kind.REFUND_SUCCEEDED) {
            payment.refundSucceeded(id, now);
        } else {
            payment.refundRefused(id, event.about().attempt(), "REFUSED_BY_PROVIDER", retries, now);
        }
    }
}
