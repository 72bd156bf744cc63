package io.niaga.orders.order;

import io.niaga.types.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of the order's payment; payment-service decides it.
 *
 * @param state as payment-service spells it
 * @param nextAction what the buyer does next, as payment-service said it
 * @param late money came after the payment was given up
 * @param refundState state of the refund that the order's end causes; null when there is none
 * @param refundDue what that refund asks for, when it is less than the order's total because some went back before
 * @param repayments all money that went back or is about to, whatever the cause
 */
public record PaymentView(
        String state,
        Map<String, Object> nextAction,
        @Nullable Assurance assurance,
        boolean late,
        @Nullable String refundState,
        @Nullable Money refundDue,
        List<Repayment> repayments) {
    private static final Map<String, Object> NOTHING = Map.of("type", "NONE");
    private static final String COLLECTING = "TO_COLLECT";
    private static final String GIVEN_UP = "CANCELLED";
    public static final PaymentView NONE = new PaymentView("CREATED", NOTHING, null, false, null, null, List.of());

    public PaymentView {
        nextAction = Collections.unmodifiableMap(new LinkedHashMap<>(nextAction));
        repayments = List.copyOf(repayments);
    }

    public boolean isAssured() {
        return assurance != null;
    }

    public Optional<Assurance> assured() {
        return Optional.ofNullable(assurance);
    }

    /** Whether the money is promised, but still with the customer or the carrier. */
    public boolean isToCollect() {
        return state.equals(COLLECTING);
    }

    /** Whether it is cash that nobody has brought yet, and perhaps nobody will: there is nothing to send back. */
    public boolean isUncollected() {
        return assurance == Assurance.CASH_ON_DELIVERY && (isToCollect() || state.equals(GIVEN_UP));
    }

    /** Money that reached us, or will, and has to go back when the order ends. */
    public boolean owesRefund() {
        return (late || (assurance != null && assurance != Assurance.NOTHING_TO_PAY)) && !isRefunded();
    }

    public boolean isRefunded() {
        return refundState != null && !refundState.equals("FAILED");
    }

    /** Whether there is a refund that the order's end caused: there is none when nothing was left to go back. */
    public boolean hasRefund() {
        return refundState != null && (refundDue == null || refundDue.isPositive());
    }

    /** Whether the order's end sent back what was left of its money. */
    public boolean isPaidBack() {
        return Repayment.SUCCEEDED.equals(refundState) && !isUncollected();
    }

    /** What has gone back so far. */
    public Money repaid(Money total) {
        return repayments.stream()
                .filter(Repayment::isDone)
                .map(Repayment::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    public Optional<Repayment> repayment(String refundId) {
        return repayments.stream().filter(r -> r.id().equals(refundId)).findFirst();
    }

    public PaymentView opened(String to, Map<String, Object> action, @Nullable Assurance by) {
        return new PaymentView(to, action, by == null ? assurance : by, late, refundState, refundDue, repayments);
    }

    public PaymentView assuredBy(Assurance by) {
        String to = switch (by) {
            case CAPTURED, NOTHING_TO_PAY -> "CAPTURED";
            case AUTHORIZED -> "AUTHORIZED";
            case CASH_ON_DELIVERY -> COLLECTING;
        };
        return new PaymentView(to, NOTHING, by, late, refundState, refundDue, repayments);
    }

    public PaymentView paidLate() {
        return new PaymentView("LATE_PAID", NOTHING, assurance, true, refundState, refundDue, repayments);
    }

    public PaymentView inState(String to) {
        return new PaymentView(to, nextAction, assurance, late, refundState, refundDue, repayments);
    }

    public PaymentView ended(String to) {
        return new PaymentView(to, NOTHING, assurance, late, refundState, refundDue, repayments);
    }

    /** The refund that the order's end causes came that far; cash that was never collected is given up by it. */
    public PaymentView refund(String to) {
        String next = to.equals(Repayment.SUCCEEDED) && isUncollected() ? GIVEN_UP : state;
        return new PaymentView(next, NOTHING, assurance, late, to, refundDue, repayments);
    }

    /** Less than the total is left to go back. */
    public PaymentView owing(Money rest) {
        return new PaymentView(state, nextAction, assurance, late, refundState, rest, repayments);
    }

    /** Knows of money that goes back, or how that ended; {@code total} is the order's. */
    public PaymentView with(Repayment repayment, Money total) {
        List<Repayment> next = new ArrayList<>(repayments);
        next.removeIf(r -> r.id().equals(repayment.id()));
        next.add(repayment);
        PaymentView known = new PaymentView(state, nextAction, assurance, late, refundState, refundDue, next);
        Money back = known.repaid(total);
        if (back.isZero()) {
            return known;
        }
        return known.inState(back.compareTo(total) >= 0 ? "REFUNDED" : "PARTIALLY_REFUNDED");
    }
}
