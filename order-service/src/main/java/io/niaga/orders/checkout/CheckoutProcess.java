package io.niaga.orders.checkout;

import io.niaga.orders.order.BrokenPromise;
import io.niaga.orders.order.FulfillmentView;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderState;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an order becomes by a fact, and what is to be done next. A function of the order, the fact and the time: it calls
 * nobody and keeps nothing.
 */
public final class CheckoutProcess {
    private CheckoutProcess() {}

    public static void on(Order order, Fact fact, Instant now) {
        switch (fact) {
            case Fact.Answer answer -> Answers.on(order, answer, now);
            case Fact.Heard heard -> News.on(order, heard, now);
            case Fact.TimePassed _ -> Deadlines.on(order, now);
            case Fact.CancellationAsked asked -> Cancelling.on(order, asked, now);
            case Fact.AddressAsked asked -> Redirecting.on(order, asked);
        }
        followTheWarehouse(order, now);
    }

    /** The warehouse may be further than the order's state: its news and ours travel on different roads. */
    private static void followTheWarehouse(Order order, Instant now) {
        FulfillmentView seen = order.fulfillment();
        if (order.state() instanceof OrderState.Confirmed && seen.pickingStarted()) {
            order.decide(new OrderState.InFulfillment(now), List.of());
            order.tell(new OrderEvent.Changed(order.state().code(), now));
        }
        if (order.state() instanceof OrderState.InFulfillment && seen.isDelivered()) {
            order.decide(new OrderState.Completed(now), List.of());
            order.tell(new OrderEvent.Completed(now));
            order.note(now, Moment.Type.COMPLETED, Map.of());
        }
        if (order.state() instanceof OrderState.InFulfillment) {
            seen.neverArrives().ifPresent(why -> failed(order, new BrokenPromise(why, now)));
        }
    }

    /** Nothing can make the goods arrive any more, so it is told at once; what was taken follows by steps. */
    private static void failed(Order order, BrokenPromise promise) {
        order.decide(new OrderState.PromiseFailed(promise), Plans.promiseFailed(order));
        Money total = order.terms().total();
        boolean left = order.payment().repaid(total).compareTo(total) < 0;
        boolean taken = left && order.payment().owesRefund() && !order.payment().isUncollected();
        order.tell(new OrderEvent.PromiseFailed(promise, taken));
        order.note(
                promise.at(),
                Moment.Type.PROMISE_FAILED,
                Map.of("reason", promise.reason().name()));
    }
}
