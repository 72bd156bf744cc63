package io.niaga.payments.simulator;

import io.niaga.payments.payment.ChargeOutcome;
import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentAccess;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.PaymentMethod;
import io.niaga.payments.payment.PaymentProblem;
import io.niaga.payments.payment.PaymentState;
import io.niaga.payments.payment.Payments;
import io.niaga.payments.payment.Refund;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.payment.RefundState;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.payments.webhook.ProviderEvent.Kind;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.IdSource;
import io.niaga.types.Money;
import io.niaga.types.UseCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the sandbox say things about a payment: once or repeatedly, now or later, in any order, right or wrong. */
@UseCase
public final class PlaySandbox {
    private final Payments payments;
    private final PaymentAccess access;
    private final DeliverSandbox deliver;
    private final SandboxMemory memory;
    private final IdSource ids;

    /** What the sandbox remembers. */
    public record SandboxMemory(SandboxCharges charges, SandboxRefunds refunds) {}

    /**
     * @param amount what the provider says; the payment's or the refund's amount when absent
     * @param refund which refund, in facts about refunds
     */
    public record Play(
            Kind kind,
            int repeat,
            Duration delay,
            @Nullable Money amount,
            @Nullable RefundId refund) {}

    public PlaySandbox(
            Payments payments, PaymentAccess access, DeliverSandbox deliver, SandboxMemory memory, IdSource ids) {
        this.payments = payments;
        this.access = access;
        this.deliver = deliver;
        this.memory = memory;
        this.ids = ids;
    }

    /**
     * Owes the facts in the order of the list; those that are due at the same moment are sent in that order.
     *
     * @throws io.niaga.types.ProblemException NOT_FOUND, SANDBOX_EVENT_NOT_APPLICABLE; then nothing is owed
     */
    public void play(Actor actor, PaymentId id, List<Play> plays) {
        Payment payment = payments.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        access.requirePay(actor, payment);
        List<DeliverSandbox.Owed> owed = new ArrayList<>();
        for (Play play : plays) {
            String eventId = ids.next("evt").toString();
            ProviderEvent event = play.kind().isAboutRefund()
                    ? aboutRefund(payment, play, eventId)
                    : aboutPayment(payment, play, eventId);
            owed.add(new DeliverSandbox.Owed(event, play.repeat(), play.delay()));
        }
        plays.forEach(play -> conclude(payment, play));
        deliver.owe(owed);
    }

    /** From now on the sandbox answers refunds of this payment like that. */
    public void answerRefunds(Actor actor, PaymentId id, SandboxRefunds.Answer answer) {
        Payment payment = payments.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        access.requirePay(actor, payment);
        memory.refunds().answer(id, answer);
    }

    private static ProviderEvent aboutPayment(Payment payment, Play play, String eventId) {
        if (payment.terms().method() == PaymentMethod.COD) {
            throw notApplicable(payment);
        }
        Money amount = play.amount() == null ? payment.terms().amount() : play.amount();
        return new ProviderEvent(
                eventId, play.kind(), new ProviderEvent.Subject(payment.id(), payment.attempts(), null), amount);
    }

    private static ProviderEvent aboutRefund(Payment payment, Play play, String eventId) {
        Refund refund = payment.refunds().stream()
                .filter(r -> r.id().equals(play.refund()))
                .findFirst()
                .orElseThrow(() -> notApplicable(payment));
        Money amount = play.amount() == null ? refund.amount() : play.amount();
        int attempt = refund.state() instanceof RefundState.Pending pending ? pending.attempt() : 0;
        return new ProviderEvent(
                eventId, play.kind(), new ProviderEvent.Subject(payment.id(), attempt, refund.id()), amount);
    }

    private static RuntimeException notApplicable(Payment payment) {
        return PaymentProblem.SANDBOX_EVENT_NOT_APPLICABLE.with(
                "method", payment.terms().method());
    }

    /** The sandbox itself knows how it ended, for when it is asked; the first end counts, and a wrong amount ends nothing. */
    private void conclude(Payment payment, Play play) {
        if (play.amount() != null) {
            return;
        }
        if (play.kind().isAboutRefund()) {
            payment.refunds().stream().filter(r -> r.id().equals(play.refund())).forEach(r -> conclude(r, play.kind()));
        } else if (payment.state() instanceof PaymentState.Challenged) {
            memory.charges().conclude(payment.id() + "/" + payment.attempts(), end(play.kind()));
        }
    }

    private void conclude(Refund refund, Kind kind) {
        if (refund.state() instanceof RefundState.Pending pending) {
            boolean sent = kind == Kind.REFUND_SUCCEEDED;
            memory.refunds()
                    .conclude(
                            refund.key(pending.attempt()),
                            sent ? SandboxRefunds.Standing.SENT : SandboxRefunds.Standing.REFUSED);
        }
    }

    private static ChargeOutcome end(Kind kind) {
        return switch (kind) {
            case PAID, REFUND_SUCCEEDED -> new ChargeOutcome.Paid();
            case DENIED, REFUND_FAILED -> new ChargeOutcome.Declined("AUTHENTICATION_FAILED");
            case EXPIRED -> new ChargeOutcome.Declined("AUTHENTICATION_ABANDONED");
        };
    }
}
