package io.niaga.orders.order.messaging;

import io.niaga.events.Topics;
import io.niaga.events.orders.ReturnApprovedV1;
import io.niaga.events.orders.ReturnCancelledV1;
import io.niaga.events.orders.ReturnLineV1;
import io.niaga.events.orders.ReturnReceivedV1;
import io.niaga.events.orders.ReturnRefusedV1;
import io.niaga.events.orders.ReturnRequestedV1;
import io.niaga.events.orders.ReturnSettledV1;
import io.niaga.messaging.Outgoing;
import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.ReturnState;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A return's news as others hear them: under its order's key, in the order's sequence. */
final class ReturnBodies {
    /** The local writer that keeps this service's lists of returns. */
    static final String LISTS = "returns";

    static final String LISTED = "return.listed";

    private ReturnBodies() {}

    static Outgoing outgoing(Order order, OrderEvent.ReturnMoved e) {
        Told t = Told.of(order, e);
        return switch (e.goods().state()) {
            case ReturnState.Requested _ -> to(ReturnRequestedV1.TYPE, requested(t));
            case ReturnState.Approved _ -> to(ReturnApprovedV1.TYPE, approved(t));
            case ReturnState.Refused _ -> to(ReturnRefusedV1.TYPE, refused(t));
            case ReturnState.Received _ -> to(ReturnReceivedV1.TYPE, received(t));
            case ReturnState.Cancelled _ -> to(ReturnCancelledV1.TYPE, cancelled(t));
            case ReturnState.Settled s -> to(ReturnSettledV1.TYPE, settled(order, e, s));
            case ReturnState.Inspected _ -> throw new IllegalArgumentException("an inspection is not told");
        };
    }

    private static Outgoing to(String type, Object body) {
        return Outgoing.to(Topics.ORDER, type, body);
    }

    /** What is told of all of them. */
    private record Told(
            String id, String order, String store, @Nullable String customer, List<ReturnLineV1> lines, Instant at) {
        static Told of(Order order, OrderEvent.ReturnMoved e) {
            return new Told(
                    e.goods().id().value(),
                    order.id().value(),
                    order.terms().storefront().store().value(),
                    Bodies.customer(order.terms()),
                    e.goods().lines().stream()
                            .map(l -> new ReturnLineV1(l.line(), l.sku().value(), l.quantity()))
                            .toList(),
                    e.at());
        }
    }

    private static ReturnRequestedV1 requested(Told t) {
        return new ReturnRequestedV1(t.id(), t.order(), t.store(), t.customer(), t.lines(), t.at());
    }

    private static ReturnApprovedV1 approved(Told t) {
        return new ReturnApprovedV1(t.id(), t.order(), t.store(), t.customer(), t.lines(), t.at());
    }

    private static ReturnRefusedV1 refused(Told t) {
        return new ReturnRefusedV1(t.id(), t.order(), t.store(), t.customer(), t.lines(), t.at());
    }

    private static ReturnReceivedV1 received(Told t) {
        return new ReturnReceivedV1(t.id(), t.order(), t.store(), t.customer(), t.lines(), t.at());
    }

    private static ReturnCancelledV1 cancelled(Told t) {
        return new ReturnCancelledV1(t.id(), t.order(), t.store(), t.customer(), t.lines(), t.at());
    }

    private static ReturnSettledV1 settled(Order order, OrderEvent.ReturnMoved e, ReturnState.Settled s) {
        Inspection.Worth worth = s.inspection().worth();
        Money refund = worth.total();
        return new ReturnSettledV1(
                e.goods().id().value(),
                order.id().value(),
                order.terms().storefront().store().value(),
                Bodies.customer(order.terms()),
                s.inspection().lines().stream()
                        .filter(f -> f.units() > 0)
                        .map(f -> new ReturnLineV1(f.line(), f.sku().value(), f.units()))
                        .toList(),
                refund.isZero() ? null : e.goods().id().refund(),
                refund,
                worth.goods(),
                e.at());
    }

    static Document listed(Order order, OrderEvent.ReturnListed e) {
        return new Document(Map.of(
                "returnId", e.goods().id().value(),
                "state", e.goods().state().code(),
                "attention", e.goods().attention() != null,
                "version", e.version()));
    }
}
