package io.niaga.orders.order.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.orders.OrderAccessAskedV1;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderChangedV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.events.orders.OrderPlacedV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.messaging.Outgoing;
import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.Terms;
import io.niaga.service.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** An order's news as others hear them: ids and amounts, nothing personal. */
public final class OutboxOrderEvents {
    private static final String CARTS = "carts";
    private static final String CART_ORDERED = "cart.ordered";

    private final AuditTrail audit;

    public OutboxOrderEvents(AuditTrail audit) {
        this.audit = audit;
    }

    public List<Outgoing> of(Order order) {
        return order.news().stream().map(event -> outgoing(order, event)).toList();
    }

    private Outgoing outgoing(Order order, OrderEvent event) {
        return switch (event) {
            case OrderEvent.Placed e -> Outgoing.to(Topics.ORDER, OrderPlacedV1.TYPE, placed(order, e));
            case OrderEvent.Confirmed e -> Outgoing.to(Topics.ORDER, OrderConfirmedV1.TYPE, confirmed(order, e.at()));
            case OrderEvent.Changed e -> Outgoing.to(Topics.ORDER, OrderChangedV1.TYPE, changed(order, e));
            case OrderEvent.Cancelled e -> Outgoing.to(Topics.ORDER, OrderCancelledV1.TYPE, cancelled(order, e));
            case OrderEvent.Expired e -> Outgoing.to(Topics.ORDER, OrderExpiredV1.TYPE, expired(order, e.at()));
            case OrderEvent.Completed e -> Outgoing.to(Topics.ORDER, OrderCompletedV1.TYPE, completed(order, e.at()));
            case OrderEvent.PromiseFailed e ->
                Outgoing.to(Topics.ORDER, OrderPromiseFailedV1.TYPE, promiseFailed(order, e));
            case OrderEvent.AccessAsked e ->
                Outgoing.to(Topics.ORDER, OrderAccessAskedV1.TYPE, accessAsked(order, e.at()));
            case OrderEvent.CartOrdered _ ->
                Outgoing.local(
                        CARTS,
                        CART_ORDERED,
                        new Document(Map.of("cartId", order.terms().cart().value())));
            case OrderEvent.ReturnMoved e -> ReturnBodies.outgoing(order, e);
            case OrderEvent.ReturnListed e ->
                Outgoing.local(ReturnBodies.LISTS, ReturnBodies.LISTED, ReturnBodies.listed(order, e));
            case OrderEvent.ChangedByStaff e -> Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, audited(order, e));
        };
    }

    private static OrderPlacedV1 placed(Order order, OrderEvent.Placed e) {
        Terms t = order.terms();
        return new OrderPlacedV1(
                order.id().value(),
                order.number().value(),
                t.storefront().store().value(),
                t.storefront().timeZone(),
                Bodies.customer(t),
                Bodies.lines(t),
                Bodies.totals(t.totals()),
                t.couponCode(),
                t.method().name(),
                order.id().payment(),
                order.id().reservation(),
                e.payBy(),
                t.placedAt());
    }

    private static OrderConfirmedV1 confirmed(Order order, Instant at) {
        Terms t = order.terms();
        return new OrderConfirmedV1(
                order.id().value(),
                order.number().value(),
                t.storefront().store().value(),
                t.storefront().timeZone(),
                Bodies.customer(t),
                Bodies.lines(t),
                Bodies.totals(t.totals()),
                t.couponCode(),
                order.id().payment(),
                order.id().reservation(),
                order.payment().assurance() == Assurance.CASH_ON_DELIVERY,
                t.shipping().carrier(),
                t.shipping().service(),
                t.shipping().promisedBy(),
                t.placedAt(),
                at);
    }

    private static OrderChangedV1 changed(Order order, OrderEvent.Changed e) {
        Terms t = order.terms();
        return new OrderChangedV1(
                order.id().value(), t.storefront().store().value(), Bodies.customer(t), e.state(), e.at());
    }

    private static OrderCancelledV1 cancelled(Order order, OrderEvent.Cancelled e) {
        Terms t = order.terms();
        return new OrderCancelledV1(
                order.id().value(),
                order.number().value(),
                t.storefront().store().value(),
                t.storefront().timeZone(),
                Bodies.customer(t),
                e.cancellation().reason().name(),
                e.cancellation().from().name(),
                e.refunded() ? order.id().refund() : null,
                t.couponCode(),
                Bodies.totals(t.totals()),
                t.placedAt(),
                e.at());
    }

    private static OrderExpiredV1 expired(Order order, Instant at) {
        Terms t = order.terms();
        return new OrderExpiredV1(
                order.id().value(),
                order.number().value(),
                t.storefront().store().value(),
                Bodies.customer(t),
                Bodies.totals(t.totals()),
                t.placedAt(),
                at);
    }

    private static OrderCompletedV1 completed(Order order, Instant at) {
        Terms t = order.terms();
        return new OrderCompletedV1(
                order.id().value(),
                order.number().value(),
                t.storefront().store().value(),
                t.storefront().timeZone(),
                Bodies.customer(t),
                Bodies.lines(t),
                Bodies.totals(t.totals()),
                at);
    }

    private static OrderPromiseFailedV1 promiseFailed(Order order, OrderEvent.PromiseFailed e) {
        Terms t = order.terms();
        return new OrderPromiseFailedV1(
                order.id().value(),
                order.number().value(),
                t.storefront().store().value(),
                t.storefront().timeZone(),
                Bodies.customer(t),
                e.promise().reason().name(),
                e.refunds() ? order.id().refund() : null,
                t.couponCode(),
                Bodies.totals(t.totals()),
                t.placedAt(),
                e.promise().at());
    }

    private static OrderAccessAskedV1 accessAsked(Order order, Instant at) {
        return new OrderAccessAskedV1(
                order.id().value(), order.terms().storefront().store().value(), at);
    }

    private AuditRecordedV1 audited(Order order, OrderEvent.ChangedByStaff e) {
        return audit.entry(
                e.actor(),
                e.action(),
                e.resource(),
                order.terms().storefront().store(),
                List.of(new AuditRecordedV1.Change(e.pointer(), e.from(), e.to())),
                e.reason());
    }
}
