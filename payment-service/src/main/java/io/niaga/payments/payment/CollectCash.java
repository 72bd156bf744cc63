package io.niaga.payments.payment;

import io.niaga.types.UseCase;
import java.time.Clock;

/** Notes that the carrier collected the cash of an order; nothing happens to a payment by another method. */
@UseCase
public final class CollectCash {
    private final Payments payments;
    private final ChangePayment change;
    private final Clock clock;

    public CollectCash(Payments payments, ChangePayment change, Clock clock) {
        this.payments = payments;
        this.change = change;
        this.clock = clock;
    }

    public void collect(PaymentId id) {
        if (payments.find(id).filter(CollectCash::isMissing).isPresent()) {
            change.apply(id, payment -> {
                if (isMissing(payment)) {
                    payment.paid(0, clock.instant());
                }
            });
        }
    }

    /** Also of an order that was given up and delivered nevertheless: the cash is there, and late. */
    private static boolean isMissing(Payment payment) {
        return payment.terms().method() == PaymentMethod.COD
                && (payment.state() instanceof PaymentState.ToCollect
                        || payment.state() instanceof PaymentState.Cancelled);
    }
}
