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
        boolean waits = payments.find(id)
                .filter(p -> p.state() instanceof PaymentState.ToCollect)
                .isPresent();
        if (waits) {
            change.apply(id, payment -> {
                if (payment.state() instanceof PaymentState.ToCollect) {
                    payment.paid(clock.instant());
                }
            });
        }
    }
}
