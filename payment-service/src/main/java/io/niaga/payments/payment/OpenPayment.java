package io.niaga.payments.payment;

import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Opens an order's payment, or answers the one that is open already. A higher fence accepts late money after all. */
@UseCase
public final class OpenPayment {
    private final Payments payments;
    private final ChangePayment change;
    private final Provider provider;
    private final Set<PaymentMethod> offered;
    private final Clock clock;

    public OpenPayment(
            Payments payments, ChangePayment change, Provider provider, Set<PaymentMethod> offered, Clock clock) {
        this.payments = payments;
        this.change = change;
        this.provider = provider;
        this.offered = Set.copyOf(offered);
        this.clock = clock;
    }

    /** @throws io.niaga.types.ProblemException PAYMENT_METHOD_UNAVAILABLE, PAYMENT_MISMATCH, FENCED */
    public Payment open(PaymentTerms terms, long fence) {
        Optional<Payment> known = payments.find(terms.id());
        if (known.isPresent()) {
            return again(known.get(), terms, fence);
        }
        boolean takes = terms.method().takes(terms.amount().currency());
        if (!takes || !offered.contains(terms.method())) {
            throw PaymentProblem.PAYMENT_METHOD_UNAVAILABLE.with("method", terms.method());
        }
        Instant now = clock.instant();
        Payment payment = Payment.open(terms, first(terms, now), fence, now);
        return payments.add(payment)
                ? payment
                : again(payments.find(terms.id()).orElseThrow(CommonProblem.CONCURRENT_CHANGE::now), terms, fence);
    }

    private PaymentState first(PaymentTerms terms, Instant now) {
        if (terms.amount().isZero()) {
            return new PaymentState.Captured(now, 0);
        }
        return switch (terms.method()) {
            case CARD -> new PaymentState.RequiresAction();
            case VIRTUAL_ACCOUNT, QRIS, E_WALLET -> new PaymentState.Pending(provider.instruct(terms, 1));
            case COD -> new PaymentState.ToCollect();
        };
    }

    private Payment again(Payment known, PaymentTerms terms, long fence) {
        boolean isTombstone = known.state() instanceof PaymentState.Cancelled && fence <= known.fence();
        if (isTombstone || fence < known.fence()) {
            throw PaymentProblem.FENCED.with("fence", known.fence());
        }
        if (!known.terms().isSameAs(terms)) {
            throw PaymentProblem.PAYMENT_MISMATCH.now();
        }
        if (fence == known.fence()) {
            return known;
        }
        return change.apply(known.id(), payment -> {
            payment.fence(fence);
            payment.revive();
        });
    }
}
