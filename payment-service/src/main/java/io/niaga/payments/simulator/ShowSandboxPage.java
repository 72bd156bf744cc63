package io.niaga.payments.simulator;

import io.niaga.payments.payment.ChargeOutcome;
import io.niaga.payments.payment.Instruction;
import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.PaymentState;
import io.niaga.payments.payment.PaymentTerms;
import io.niaga.payments.payment.Payments;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Duration;
import java.util.List;

/** The page of the bank or the wallet, where a customer agrees or declines. The key in its address is what opens it. */
@UseCase
public final class ShowSandboxPage {
    private final Payments payments;
    private final SandboxPages pages;
    private final SandboxCharges charges;
    private final DeliverSandbox deliver;

    /** What the customer chooses. */
    public enum Choice {
        PAY,
        DECLINE
    }

    /** What the page shows. */
    public record View(PaymentTerms terms, boolean open) {}

    public ShowSandboxPage(Payments payments, SandboxPages pages, SandboxCharges charges, DeliverSandbox deliver) {
        this.payments = payments;
        this.pages = pages;
        this.charges = charges;
        this.deliver = deliver;
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND, also for a wrong key */
    public View show(PaymentId id, int attempt, String key) {
        Payment payment = opened(id, attempt, key);
        return new View(payment.terms(), waits(payment, attempt));
    }

    /**
     * The customer chose: the first choice counts, and the webhook is told of it. Not open any more → nothing happens.
     *
     * @throws io.niaga.types.ProblemException NOT_FOUND, also for a wrong key
     */
    public boolean choose(PaymentId id, int attempt, String key, Choice choice) {
        Payment payment = opened(id, attempt, key);
        if (!waits(payment, attempt) || !concludes(payment, attempt, choice)) {
            return false;
        }
        ProviderEvent event = new ProviderEvent(
                "page/" + id + "/" + attempt + "/" + choice,
                choice == Choice.PAY ? ProviderEvent.Kind.PAID : ProviderEvent.Kind.DENIED,
                new ProviderEvent.Subject(id, attempt, null),
                payment.terms().amount());
        deliver.owe(List.of(new DeliverSandbox.Owed(event, 1, Duration.ZERO)));
        return true;
    }

    private Payment opened(PaymentId id, int attempt, String key) {
        if (!pages.opens(id, attempt, key)) {
            throw CommonProblem.NOT_FOUND.now();
        }
        return payments.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
    }

    private static boolean waits(Payment payment, int attempt) {
        boolean asks = payment.state() instanceof PaymentState.Challenged
                || (payment.state() instanceof PaymentState.Pending pending
                        && pending.instruction() instanceof Instruction.Redirect);
        return asks && payment.attempts() == attempt;
    }

    private boolean concludes(Payment payment, int attempt, Choice choice) {
        if (!(payment.state() instanceof PaymentState.Challenged)) {
            return true;
        }
        ChargeOutcome chosen =
                choice == Choice.PAY ? new ChargeOutcome.Paid() : new ChargeOutcome.Declined("AUTHENTICATION_FAILED");
        return charges.conclude(payment.id() + "/" + attempt, chosen)
                .filter(chosen::equals)
                .isPresent();
    }
}
