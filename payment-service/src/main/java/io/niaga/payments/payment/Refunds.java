package io.niaga.payments.payment;

import static io.niaga.payments.payment.PaymentProblem.REFUND_EXCEEDS_CAPTURE;
import static io.niaga.payments.payment.PaymentProblem.REFUND_MISMATCH;

import io.niaga.payments.payment.Refund.RefundState;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The refunds of one payment: each id once, and together never more than was captured. */
final class Refunds {
    private final List<Refund> all;

    Refunds(List<Refund> all) {
        this.all = new ArrayList<>(all);
    }

    Refund request(RefundId id, Money amount, Money captured, String reason, Instant now) {
        Optional<Refund> known = known(id, amount);
        if (known.isPresent() && known.get().state() != RefundState.FAILED) {
            return known.get();
        }
        Money refundable = all.stream()
                .filter(r -> r.state() == RefundState.PENDING || r.state() == RefundState.SUCCEEDED)
                .map(Refund::amount)
                .reduce(captured, Money::minus);
        if (amount.compareTo(refundable) > 0) {
            throw REFUND_EXCEEDS_CAPTURE.with("refundable", refundable);
        }
        return put(new Refund(id, amount, reason, RefundState.PENDING, now, null));
    }

    /** Nothing had been collected, so nothing goes back. */
    Refund voided(RefundId id, Money amount, String reason, Instant now) {
        return known(id, amount).orElseGet(() -> put(new Refund(id, amount, reason, RefundState.VOIDED, now, null)));
    }

    Optional<Refund> succeed(RefundId id) {
        return find(id).filter(r -> r.state() == RefundState.PENDING || r.state() == RefundState.FAILED)
                .map(r -> put(r.ended(RefundState.SUCCEEDED, null)));
    }

    Optional<Refund> fail(RefundId id, @Nullable String why) {
        return find(id).filter(r -> r.state() == RefundState.PENDING).map(r -> put(r.ended(RefundState.FAILED, why)));
    }

    Money returned(Currency currency) {
        return all.stream()
                .filter(r -> r.state() == RefundState.SUCCEEDED)
                .map(Refund::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    List<Refund> all() {
        return List.copyOf(all);
    }

    private Optional<Refund> known(RefundId id, Money amount) {
        Optional<Refund> known = find(id);
        if (known.isPresent() && !known.get().amount().equals(amount)) {
            throw REFUND_MISMATCH.now();
        }
        return known;
    }

    private Optional<Refund> find(RefundId id) {
        return all.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    private Refund put(Refund refund) {
        all.removeIf(r -> r.id().equals(refund.id()));
        all.add(refund);
        return refund;
    }
}
