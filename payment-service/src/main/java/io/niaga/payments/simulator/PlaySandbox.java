package io.niaga.payments.simulator;

import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentAccess;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.PaymentMethod;
import io.niaga.payments.payment.PaymentProblem;
import io.niaga.payments.payment.Payments;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.IdSource;
import io.niaga.types.Money;
import io.niaga.types.UseCase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets the sandbox say something about a payment, once or repeatedly, now or later. */
@UseCase
public final class PlaySandbox {
    private final Payments payments;
    private final PaymentAccess access;
    private final DeliverSandbox deliver;
    private final IdSource ids;

    /** @param amount what the provider says was paid; the payment's amount when absent */
    public record Play(
            ProviderEvent.Kind kind,
            int repeat,
            Duration delay,
            @Nullable Money amount) {}

    public PlaySandbox(Payments payments, PaymentAccess access, DeliverSandbox deliver, IdSource ids) {
        this.payments = payments;
        this.access = access;
        this.deliver = deliver;
        this.ids = ids;
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND, SANDBOX_EVENT_NOT_APPLICABLE for cash on delivery */
    public void play(Actor actor, PaymentId id, Play play) {
        Payment payment = payments.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        access.requirePay(actor, payment);
        if (payment.terms().method() == PaymentMethod.COD) {
            throw PaymentProblem.SANDBOX_EVENT_NOT_APPLICABLE.with("method", PaymentMethod.COD);
        }
        Money amount = play.amount() == null ? payment.terms().amount() : play.amount();
        String eventId = ids.next("evt").toString();
        deliver.owe(new ProviderEvent(eventId, play.kind(), id, amount), play.repeat(), play.delay());
    }
}
