package io.niaga.orders.order;

import io.niaga.types.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An order as it is kept.
 *
 * @param heard the highest sequence taken in, per source
 * @param changedAt when its state, or what is shown of it, last changed
 */
public record OrderMemory(
        OrderId id,
        OrderNumber number,
        Terms terms,
        OrderState state,
        Work work,
        PaymentView payment,
        FulfillmentView fulfillment,
        Destination destination,
        Returns returns,
        AccessLetters letters,
        List<Moment> timeline,
        Map<String, Long> heard,
        Instant changedAt,
        Revision revision) {
    /** Of an order that was not kept yet. */
    static OrderMemory fresh(OrderId id, OrderNumber number, Terms terms, OrderState state, List<Step> plan) {
        return new OrderMemory(
                id,
                number,
                terms,
                state,
                Work.of(1, plan),
                PaymentView.NONE,
                FulfillmentView.NONE,
                Destination.of(terms.address()),
                Returns.NONE,
                AccessLetters.NONE,
                List.of(new Moment(terms.placedAt(), Moment.Type.PLACED, Map.of())),
                Map.of(),
                terms.placedAt(),
                Revision.NEW);
    }

    boolean looksLike(OrderMemory other) {
        return state.equals(other.state)
                && payment.equals(other.payment)
                && fulfillment.equals(other.fulfillment)
                && destination.address().equals(other.destination.address())
                && returns.equals(other.returns)
                && timeline.size() == other.timeline.size();
    }
}
