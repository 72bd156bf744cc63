package io.niaga.orders.checkout;

import io.niaga.orders.order.Cancellation;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderAccess;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.Orders;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;

/** Calls an order off, as long as picking has not begun; stock, coupon and money go back. Once is enough. */
@UseCase
public final class CancelOrder {
    private static final int TRIES = 5;

    private final Orders orders;
    private final OrderAccess access;
    private final AdvanceOrder advance;
    private final Clock clock;

    public CancelOrder(Orders orders, OrderAccess access, AdvanceOrder advance, Clock clock) {
        this.orders = orders;
        this.access = access;
        this.advance = advance;
        this.clock = clock;
    }

    /** Cancelled, or still cancelling when somebody who is needed does not answer right now. */
    public Order cancel(Actor actor, OrderId id, Cancellation.Reason reason) {
        for (int i = 0; i < TRIES; i++) {
            Order order = access.require(actor, OrderAccess.CANCEL, orders, id);
            boolean staff = !access.owns(actor, order);
            CheckoutProcess.on(order, new Fact.CancellationAsked(reason, actor, staff), clock.instant());
            Order written = order.isDecided() ? advance.write(order) : order;
            if (isCancelled(written)) {
                return cancelledOrRefused(advance.advance(written));
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private static boolean isCancelled(Order order) {
        return order.state() instanceof OrderState.Cancelling || order.state() instanceof OrderState.Cancelled;
    }

    private static Order cancelledOrRefused(Order order) {
        if (!isCancelled(order)) {
            throw Cancelling.refusal(order);
        }
        return order;
    }
}
