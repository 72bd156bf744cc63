package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.Step;
import java.util.List;
import java.util.stream.Stream;

/** The steps of each decision, in order. Coupon steps are left out of orders without one, refunds where no money came. */
final class Plans {
    private Plans() {}

    /** Gives back what a placement took, the last first, and quotes afresh. */
    static List<Step> refusing(Order order, Step... taken) {
        return Stream.concat(steps(order, taken).stream(), Stream.of(Step.REQUOTE))
                .toList();
    }

    static List<Step> expiring(Order order) {
        return steps(order, Step.CANCEL_PAYMENT, Step.GIVE_BACK_COUPON, Step.RELEASE);
    }

    static List<Step> cancellingUnpaid(Order order) {
        return expiring(order);
    }

    /** The stock first: once picking has begun, nothing else may have been undone. */
    static List<Step> cancellingPaid(Order order) {
        return steps(order, Step.RELEASE, Step.REFUND, Step.GIVE_BACK_COUPON);
    }

    /** The goods are the warehouse's business: it has booked what came back, and what was lost left its stock when it left. */
    static List<Step> promiseFailed(Order order) {
        return steps(order, Step.REFUND, Step.GIVE_BACK_COUPON);
    }

    /** Everything is taken again before the late money is accepted: opening the payment again with a higher fence does that. */
    static List<Step> reviving(Order order) {
        return steps(order, Step.RESERVE, Step.HOLD_COUPON, Step.COMMIT, Step.OPEN_PAYMENT);
    }

    static List<Step> steps(Order order, Step... wanted) {
        return Stream.of(wanted).filter(step -> applies(step, order)).toList();
    }

    private static boolean applies(Step step, Order order) {
        return switch (step) {
            case HOLD_COUPON, GIVE_BACK_COUPON -> order.terms().hasCoupon();
            case REFUND -> order.payment().owesRefund();
            case RESERVE, OPEN_PAYMENT, COMMIT, CANCEL_PAYMENT, RELEASE, CHANGE_ADDRESS, REQUOTE -> true;
        };
    }
}
