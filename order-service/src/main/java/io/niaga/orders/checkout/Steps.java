package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.Refusal;
import io.niaga.orders.order.Step;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.Quotes;
import io.niaga.orders.quote.Requote;

/** Does a step, whichever it is. */
public record Steps(
        Reservations reservations, CouponHolds coupons, OrderPayments payments, Quotes quotes, Requote requote) {
    Fact.Answer perform(Step step, Order order) {
        return switch (step) {
            case RESERVE -> reservations.reserve(order);
            case HOLD_COUPON -> coupons.hold(order);
            case OPEN_PAYMENT -> payments.open(order);
            case COMMIT -> reservations.commit(order);
            case CANCEL_PAYMENT -> payments.cancel(order);
            case GIVE_BACK_COUPON -> coupons.giveBack(order);
            case RELEASE -> reservations.release(order);
            case CHANGE_ADDRESS -> reservations.redirect(order);
            case REFUND -> payments.refund(order);
            case REQUOTE -> requoted(order);
        };
    }

    private Fact.Answer requoted(Order order) {
        Refusal refusal = order.state() instanceof OrderState.Refusing s
                ? s.refusal()
                : Refusal.of(OrderProblem.PLACEMENT_TIMED_OUT);
        boolean couponFits = refusal.problem() != OrderProblem.COUPON_EXHAUSTED
                && refusal.problem() != OrderProblem.COUPON_NOT_ACTIVE;
        return new Fact.Requoted(quotes.byId(order.id().quote())
                .flatMap(old -> requote.again(old, refusal.available(), couponFits))
                .map(Quote::id)
                .orElse(null));
    }
}
