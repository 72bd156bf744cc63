package io.niaga.orders.order;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of the order's payment; payment-service decides it.
 *
 * @param state as payment-service spells it
 * @param nextAction what the buyer does next, as payment-service said it
 * @param late money came after the payment was given up
 * @param refundState state of the order's refund; null when there is none
 */
public record PaymentView(
        String state,
        Map<String, Object> nextAction,
        @Nullable Assurance assurance,
        boolean late,
        @Nullable String refundState) {
    private static final Map<String, Object> NOTHING = Map.of("type", "NONE");
    public static final PaymentView NONE = new PaymentView("CREATED", NOTHING, null, false, null);

    public PaymentView {
        nextAction = Collections.unmodifiableMap(new LinkedHashMap<>(nextAction));
    }

    public boolean isAssured() {
        return assurance != null;
    }

    public Optional<Assurance> assured() {
        return Optional.ofNullable(assurance);
    }

    /** Money that reached us, or will, and has to go back when the order ends. */
    public boolean owesRefund() {
        return (late || (assurance != null && assurance != Assurance.NOTHING_TO_PAY)) && !isRefunded();
    }

    public boolean isRefunded() {
        return refundState != null && !refundState.equals("FAILED");
    }

    public PaymentView opened(String to, Map<String, Object> action, @Nullable Assurance by) {
        return new PaymentView(to, action, by == null ? assurance : by, late, refundState);
    }

    public PaymentView assuredBy(Assurance by) {
        String to = switch (by) {
            case CAPTURED, NOTHING_TO_PAY -> "CAPTURED";
            case AUTHORIZED -> "AUTHORIZED";
            case CASH_ON_DELIVERY -> "TO_COLLECT";
        };
        return new PaymentView(to, NOTHING, by, late, refundState);
    }

    public PaymentView paidLate() {
        return new PaymentView("LATE_PAID", NOTHING, assurance, true, refundState);
    }

    public PaymentView inState(String to) {
        return new PaymentView(to, nextAction, assurance, late, refundState);
    }

    public PaymentView ended(String to) {
        return new PaymentView(to, NOTHING, assurance, late, refundState);
    }

    public PaymentView refund(String to) {
        return new PaymentView(to.equals("SUCCEEDED") ? "REFUNDED" : state, NOTHING, assurance, late, to);
    }
}
