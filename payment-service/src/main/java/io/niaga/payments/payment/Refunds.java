package io.niaga.payments.payment;

import static io.niaga.payments.payment.PaymentProblem.REFUNDS_TOO_MANY;
import static io.niaga.payments.payment.PaymentProblem.REFUND_CURRENCY_MISMATCH;
import static io.niaga.payments.payment.PaymentProblem.REFUND_EXCEEDS_CAPTURE;
import static io.niaga.payments.payment.PaymentProblem.REFUND_MISMATCH;

import io.niaga.payments.payment.RefundState.Failed;
import io.niaga.payments.payment.RefundState.Pending;
import io.niaga.payments.payment.RefundState.Retried;
import io.niaga.payments.payment.RefundState.Succeeded;
import io.niaga.payments.payment.RefundState.Voided;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The refunds of one payment: each id once, and together never more than was captured. */
final class Refunds {
    /** Bounds the payment's document. */
    static final int MOST = 50;

    private final List<Refund> all;

    Refunds(List<Refund> all) {
        this.all = new ArrayList<>(all);
    }

    /** A new refund, the one of that id that is known, or the next attempt of one that waited for a person. */
    Refund request(RefundTerms wanted, Money captured, Instant askAt) {
        if (!wanted.amount().currency().equals(captured.currency())) {
            throw REFUND_CURRENCY_MISMATCH.with("currency", captured.currency());
        }
        Optional<Refund> known = known(wanted);
        if (known.isPresent()) {
            return again(known.get(), askAt);
        }
        Money refundable = refundable(captured);
        if (wanted.amount().compareTo(refundable) > 0) {
            throw REFUND_EXCEEDS_CAPTURE.with("refundable", refundable);
        }
        if (all.size() >= MOST) {
            throw REFUNDS_TOO_MANY.with("most", MOST);
        }
        return put(new Refund(wanted, new Pending(1, askAt)));
    }

    /** The next attempt of a refund that waits for a person; any other stays as it is. */
    private Refund again(Refund known, Instant askAt) {
        return known.state() instanceof Failed failed ? put(known.in(new Pending(failed.attempt() + 1, askAt))) : known;
    }

    Money refundable(Money captured) {
        return all.stream().filter(Refund::isOwedOrSent).map(Refund::amount).reduce(captured, Money::minus);
    }

    /** Nothing had been collected, so nothing goes back. */
    Refund voided(RefundTerms wanted) {
        return known(wanted).orElseGet(() -> put(new Refund(wanted, new Voided())));
    }

    /** The attempt that is due is made now, and asked about again at that moment. */
    Optional<Refund> attempt(RefundId id, Instant askAt) {
        return find(id).flatMap(refund -> switch (refund.state()) {
            case Pending pending -> Optional.of(put(refund.in(new Pending(pending.attempt(), askAt))));
            case Retried retried -> Optional.of(put(refund.in(new Pending(retried.attempt(), askAt))));
            case Failed _, Succeeded _, Voided _ -> Optional.empty();
        });
    }

    /** The refund, when it was not known before that it succeeded. */
    Optional<Refund> succeed(RefundId id) {
        return find(id).flatMap(refund -> switch (refund.state()) {
            case Pending _, Retried _, Failed _ -> Optional.of(put(refund.in(new Succeeded())));
            case Succeeded _, Voided _ -> Optional.empty();
        });
    }

    /** The refund, when a refusal of its current attempt changed it; an older attempt's refusal changes nothing. */
    Optional<Refund> refuse(RefundId id, int attempt, RefundState next) {
        return find(id).filter(r -> r.state() instanceof Pending pending && pending.attempt() == attempt)
                .map(refund -> put(refund.in(next)));
    }

    Money returned(Currency currency) {
        return all.stream()
                .filter(r -> r.state() instanceof Succeeded)
                .map(Refund::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    List<Refund> all() {
        return List.copyOf(all);
    }

    private Optional<Refund> known(RefundTerms wanted) {
        Optional<Refund> known = find(wanted.id());
        if (known.isPresent() && !known.get().terms().isSameAs(wanted)) {
            throw REFUND_MISMATCH.now();
        }
        return known;
    }

    Optional<Refund> find(RefundId id) {
        return all.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    private Refund put(Refund refund) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(refund.id())) {
                all.set(i, refund);
                return refund;
            }
        }
        all.add(refund);
        return refund;
    }
}
