package io.niaga.orders.returns;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return;

/**
 * The money for a return, sent by payment under the return's bits: again and again is once, and always the same sum. Carries
 * the order's version as its fence. Throws {@link io.niaga.orders.checkout.OutcomeUnknown}.
 */
@FunctionalInterface
public interface ReturnRefunds {
    /** {@link ReturnFact.RefundSent}, {@link ReturnFact.RefundPending} or {@link ReturnFact.Stuck}. */
    ReturnFact.Answer refund(Order order, Return goods);
}
