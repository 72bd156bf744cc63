package io.niaga.orders.order.mongo;

import io.niaga.orders.order.AccessLetters;
import io.niaga.orders.order.Destination;
import io.niaga.orders.order.FulfillmentView;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderMemory;
import io.niaga.orders.order.OrderNumber;
import io.niaga.orders.order.PaymentView;
import io.niaga.orders.order.Returns;
import io.niaga.orders.order.Terms;
import io.niaga.orders.order.Work;
import io.niaga.types.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is kept; {@code store}, {@code customer}, {@code listed}, {@code placedAt} and {@code due} serve queries.
 *
 * @param accessLetters not there while nobody asked
 */
record OrderDocument(
        String id,
        int schemaVersion,
        String number,
        Terms terms,
        StateDocument state,
        Work work,
        PaymentView payment,
        FulfillmentView fulfillment,
        Destination destination,
        List<ReturnDocument> returns,
        @Nullable List<Instant> accessLetters,
        List<Moment> timeline,
        Map<String, Long> lastSeq,
        Instant changedAt) {
    static final int SCHEMA = 3;

    static OrderDocument of(OrderMemory m) {
        return new OrderDocument(
                m.id().value(),
                SCHEMA,
                m.number().value(),
                m.terms(),
                StateDocument.of(m.state()),
                m.work(),
                m.payment(),
                m.fulfillment(),
                m.destination(),
                m.returns().all().stream().map(ReturnDocument::of).toList(),
                m.letters().times().isEmpty() ? null : m.letters().times(),
                m.timeline(),
                m.heard(),
                m.changedAt());
    }

    OrderMemory memory(Revision revision) {
        return new OrderMemory(
                OrderId.of(id),
                new OrderNumber(number),
                terms,
                state.state(),
                work,
                payment,
                fulfillment,
                destination,
                new Returns(returns.stream().map(ReturnDocument::goods).toList()),
                accessLetters == null ? AccessLetters.NONE : new AccessLetters(accessLetters),
                timeline,
                lastSeq,
                changedAt,
                revision);
    }
}
