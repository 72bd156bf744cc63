package io.niaga.payments.payment;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
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
        // Nearly always it is the first time: what is there already shows when it is added.
        if (isOffered(terms)) {
            Instant now = clock.instant();
            Payment payment = Payment.open(terms, first(terms, now), fence, now);
            if (payments.add(payment)) {
                return payment;
            }
        }
        return payments.find(terms.id())
                .map(known -> again(known, terms, fence))
                .orElseThrow(() -> PaymentProblem.PAYMENT_METHOD_UNAVAILABLE.with("method", terms.method()));
    }

    private boolean isOffered(PaymentTerms terms) {
        return offered.contains(terms.method())
                && terms.method().takes(terms.amount().currency());
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
