package io.niaga.orders.checkout;

import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.Cancellation;
import io.niaga.orders.order.FulfillmentView.Parcel;
import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.QuoteId;
import io.niaga.types.Actor;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something the process learns about an order. */
public sealed interface Fact {
    /** What a step led to; an outcome that is not known is not a fact. */
    sealed interface Answer extends Fact {}

    record Reserved() implements Answer {}

    /** @param available units left of what was short, nothing kept */
    record SoldOut(Map<Sku, Integer> available) implements Answer {}

    record CouponHeld() implements Answer {}

    record CouponRefused(OrderProblem problem) implements Answer {}

    /** @param assurance null when the money is still to come */
    record PaymentOpened(
            String state,
            Map<String, Object> nextAction,
            @Nullable Assurance assurance) implements Answer {}

    record PaymentRefused() implements Answer {}

    record Committed() implements Answer {}

    /** The reservation is not held any more, against all expectation. */
    record ReservationLost() implements Answer {}

    record PaymentGivenUp(String state) implements Answer {}

    /** The payment could not be given up: its money is assured. */
    record PaymentStands(String state, Assurance assurance) implements Answer {}

    record CouponGivenBack() implements Answer {}

    record Released() implements Answer {}

    /** The reservation cannot be released: picking has begun. */
    record PickingBegan() implements Answer {}

    record Refunded(String state) implements Answer {}

    /** Some of the money went back before: only that much is left. */
    record LessToRefund(Money rest) implements Answer {}

    /** What the warehouse says to another address. */
    sealed interface AddressAnswer extends Answer {}

    record AddressTaken() implements AddressAnswer {}

    /** Not taken: picking has begun. */
    record AddressTooLate() implements AddressAnswer {}

    /** Not taken: nothing is kept for the order at the moment. */
    record AddressUseless() implements AddressAnswer {}

    /** @param quote null when nothing is left to be quoted */
    record Requoted(@Nullable QuoteId quote) implements Answer {}

    /** What another service told. */
    sealed interface Heard extends Fact {}

    record MoneyAssured(Assurance assurance) implements Heard {}

    record MoneyLate() implements Heard {}

    record MoneyCaptured() implements Heard {}

    record PaymentFailed(String reason) implements Heard {}

    /** The provider takes no more money; what comes nevertheless is told as assured or late. */
    record PaymentExpired() implements Heard {}

    record PaymentEnded(String state) implements Heard {}

    /** @param reason why it failed, if it did */
    record RefundSettled(Repayment repayment, String reason) implements Heard {}

    record WarehouseAt(Stage stage) implements Heard {}

    record HandedOver(List<Parcel> parcels) implements Heard {}

    /** @param last whether nothing of the order is still to be delivered */
    record ParcelMoved(String tracking, String state, boolean last) implements Heard {}

    /**
     * A parcel will not arrive.
     *
     * @param reason LOST or DAMAGED
     */
    record ParcelLost(String tracking, String reason) implements Heard {}

    /**
     * Everything that could not be delivered is in the warehouse again, and in its books.
     *
     * @param resellable units, of all lines
     */
    record CameBack(int resellable, int damaged) implements Heard {}

    /** Nothing happened, but time went by. */
    record TimePassed() implements Fact {}

    /** @param staff whether it is somebody who works on the order, not its buyer */
    record AddressAsked(Address address, Actor actor, boolean staff) implements Fact {}

    /** @param staff whether it is somebody who works on the order, not its buyer */
    record CancellationAsked(Cancellation.Reason reason, Actor actor, boolean staff) implements Fact {}
}
