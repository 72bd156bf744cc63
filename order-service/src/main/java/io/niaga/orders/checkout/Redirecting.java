package io.niaga.orders.checkout;

import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderAccess;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.quote.Address;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What it means when a buyer, or staff for them, wants an order sent somewhere else. */
final class Redirecting {
    private Redirecting() {}

    static void on(Order order, Fact.AddressAsked asked) {
        requireEditable(order);
        Optional<Address> pending = order.destination().pending();
        if (pending.isPresent()) {
            if (!pending.get().equals(asked.address())) {
                throw CommonProblem.CONCURRENT_CHANGE.now();
            }
            return;
        }
        if (order.destination().address().equals(asked.address())) {
            return;
        }
        order.redirect(asked.address());
        if (asked.staff()) {
            // The address is personal: that it changed is told, not from what to what.
            order.tell(new OrderEvent.ChangedByStaff(
                    asked.actor(), OrderAccess.EDIT, order.id().value(), "/shippingAddress", null, null, null));
        }
    }

    static void requireEditable(Order order) {
        boolean editable = switch (order.state()) {
            case OrderState.AwaitingPayment _ -> true;
            case OrderState.Confirmed _ -> !order.fulfillment().pickingStarted();
            case OrderState.Placing _, OrderState.Refusing _, OrderState.Refused _ -> false;
            case OrderState.InFulfillment _, OrderState.Completed _, OrderState.PromiseFailed _ -> false;
            case OrderState.Cancelling _, OrderState.Cancelled _ -> false;
            case OrderState.Expiring _, OrderState.Expired _, OrderState.Reviving _ -> false;
        };
        if (!editable) {
            throw refusal(order);
        }
    }

    static void answered(Order order, Fact.AddressAnswer answer, Instant now) {
        switch (answer) {
            case Fact.AddressTaken _ -> taken(order, now);
            case Fact.AddressTooLate _ -> {
                order.redirected(false);
                order.ship(order.fulfillment().at(Stage.PICKING));
            }
            case Fact.AddressUseless _ -> order.redirected(false);
        }
    }

    private static void taken(Order order, Instant now) {
        order.redirected(true);
        order.tell(new OrderEvent.Changed(order.state().code(), now));
        order.note(now, Moment.Type.ADDRESS_CHANGED, Map.of());
    }

    static ProblemException refusal(Order order) {
        return OrderProblem.ORDER_NOT_EDITABLE.with("state", order.state().code());
    }
}
