package io.niaga.payments.payment;

import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.util.function.Consumer;

/** Loads a payment, lets a change be made, saves it; begins again when someone else was faster. */
@UseCase
public final class ChangePayment {
    private static final int TRIES = 8;
    private final Payments payments;

    public ChangePayment(Payments payments) {
        this.payments = payments;
    }

    /**
     * @throws io.niaga.types.ProblemException NOT_FOUND; CONCURRENT_CHANGE when the payment never stood still; whatever the
     *     change throws
     */
    public Payment apply(PaymentId id, Consumer<Payment> change) {
        for (int i = 0; i < TRIES; i++) {
            Payment payment = payments.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
            change.accept(payment);
            if (payments.save(payment)) {
                return payment;
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}
