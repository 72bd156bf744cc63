package io.niaga.payments.payment;

import static io.niaga.payments.payment.PaymentProblem.REFUNDS_TOO_MANY;
import static io.niaga.payments.payment.PaymentProblem.REFUND_CURRENCY_MISMATCH;
import static io.niaga.payments.payment.PaymentProblem.REFUND_EXCEEDS_CAPTURE;
import static io.niaga.payments.payment.PaymentProblem.REFUND_MISMATCH;
import static io.niaga.payments.payment.PaymentProblem.REFUND_NOT_RETRYABLE;

import io.niaga.payments.payment.RefundState.Failed;
import io.niaga.payments.payment.RefundState.Pending;
import io.niaga.payments.payment.RefundState.Retried;
import io.niaga.payments.payment.RefundState.Succeeded;
import io.niaga.payments.payment.RefundState.Voided;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The refunds of one payment: each id once, and together never more than was captured. */
final class Refunds {
    /** Up to here people may add refunds. The order's own few are not counted out by theirs: its end must not wait for it. */
    static final int MOST = 50;

    private final PaymentTerms payment;
    private final Supplier<Money> taken;
    private final Consumer<PaymentEvent> tell;
    private final List<Refund> all;

    /** @param taken what was captured of the payment so far */
    Refunds(PaymentTerms payment, List<Refund> all, Supplier<Money> taken, Consumer<PaymentEvent> tell) {
        this.payment = payment;
        this.taken = taken;
        this.all = new ArrayList<>(all);
        this.tell = tell;
    }

    /** A new refund, the one of that id that is known, or the next attempt of one that waited for a person. */
    Refund request(RefundTerms wanted, Instant askAt) {
        Money captured = taken.get();
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
        return put(new Refund(wanted, new Pending(1, askAt)));
    }

    /** The next attempt of a refund that waits for a person; any other stays as it is. */
    private Refund again(Refund known, Instant askAt) {
        return known.state() instanceof Failed failed ? put(known.in(new Pending(failed.attempt() + 1, askAt))) : known;
    }

    /** A person sends a part back of what was captured; the same id again is the same refund. */
    Refund grant(RefundTerms wanted, Actor by, Instant askAt) {
        boolean isNew = find(wanted.id()).isEmpty();
        if (isNew && all.size() >= MOST) {
            throw REFUNDS_TOO_MANY.with("most", MOST);
        }
        Refund granted = request(wanted, askAt);
        if (isNew) {
            tell.accept(new PaymentEvent.RefundDecided(wanted, by, PaymentEvent.Decision.GRANTED));
        }
        return granted;
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND, REFUND_NOT_RETRYABLE unless it waits for a person */
    Refund retry(RefundId id, Actor by, Instant askAt) {
        Refund refund = find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        if (!(refund.state() instanceof Failed)) {
            throw REFUND_NOT_RETRYABLE.with("state", refund.state().label());
        }
        tell.accept(new PaymentEvent.RefundDecided(refund.terms(), by, PaymentEvent.Decision.RETRIED));
        return again(refund, askAt);
    }

    private Money refundable(Money captured) {
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

    /** The money went back; told and booked once. */
    void succeed(RefundId id, Instant now) {
        find(id).ifPresent(refund -> {
            switch (refund.state()) {
                case Pending _, Retried _, Failed _ -> {
                    put(refund.in(new Succeeded()));
                    tell.accept(new PaymentEvent.Refunded(refund.terms(), now));
                    tell.accept(new PaymentEvent.Posted(new Bookings(payment).refunded(refund, now)));
                }
                case Succeeded _, Voided _ -> {}
            }
        });
    }

    /** The provider refused the current attempt; an older attempt's refusal changes nothing; 0 when it is not said. */
    void refuse(RefundId id, int attempt, String why, RefundRetries retries, Instant now) {
        find(id).ifPresent(refund -> {
            if (refund.state() instanceof Pending pending && (attempt == 0 || attempt == pending.attempt())) {
                Refund refused = put(refund.in(retries.after(pending.attempt(), why, now)));
                if (refused.state() instanceof Failed) {
                    tell.accept(new PaymentEvent.RefundRefused(refused.terms(), why, now));
                }
            }
        });
    }

    /** The name of a paid payment's state, by what went back. */
    String name(String nothingWentBack) {
        Money back = all.stream()
                .filter(r -> r.state() instanceof Succeeded)
                .map(Refund::amount)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
        if (back.isZero()) {
            return nothingWentBack;
        }
        return back.compareTo(payment.amount()) >= 0 ? "REFUNDED" : "PARTIALLY_REFUNDED";
    }

    boolean areNone() {
        return all.stream().noneMatch(Refund::isOwedOrSent);
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
