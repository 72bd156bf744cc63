package io.niaga.orders.checkout;

import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Repayment;
import java.time.Instant;
import java.util.Map;

/** Remembers money that goes back, whoever says so and how often; its end is noted once. */
public final class Repayments {
    private Repayments() {}

    /** @param reason why it failed, if it did */
    public static void note(Order order, Repayment told, String reason, Instant now) {
        boolean known = order.payment()
                .repayment(told.id())
                .filter(r -> r.state().equals(told.state()))
                .isPresent();
        if (known) {
            return;
        }
        order.pay(order.payment().with(told, order.terms().total()));
        switch (told.state()) {
            case "SUCCEEDED" -> order.note(now, Moment.Type.REFUNDED, details(told, ""));
            case "FAILED" -> order.note(now, Moment.Type.REFUND_FAILED, details(told, reason));
            default -> {}
        }
    }

    private static Map<String, String> details(Repayment told, String reason) {
        Map<String, String> amount = Map.of(
                "refundId",
                told.id(),
                "amount",
                told.amount().toDecimal(),
                "currency",
                told.amount().currency().getCurrencyCode());
        if (reason.isEmpty()) {
            return amount;
        }
        return Map.of(
                "refundId",
                told.id(),
                "amount",
                amount.get("amount"),
                "currency",
                amount.get("currency"),
                "reason",
                reason);
    }
}
