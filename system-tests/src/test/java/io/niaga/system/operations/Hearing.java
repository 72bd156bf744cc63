package io.niaga.system.operations;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.behaviour.ProductViewedV1;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderPlacedV1;
import io.niaga.events.orders.ReturnSettledV1;
import io.niaga.events.payments.PaymentAssuredV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.events.users.AccountRegisteredV1;
import io.niaga.events.users.StoreStateV1;
import java.util.List;

/**
 * A group of consumers.
 *
 * @param type one of those it knows
 * @param inOrder whether it keeps later events of a key behind one that it could not receive
 */
record Hearing(String group, String topic, String type, boolean inOrder) {
    /** All there are. */
    static final List<Hearing> ALL = List.of(
            of("catalog-stores", Topics.USER, StoreStateV1.TYPE),
            of("catalog-availability", Topics.AVAILABILITY, AvailabilityStateV1.TYPE),
            of("user-refund-letters", Topics.PAYMENT, RefundSucceededV1.TYPE),
            of("user-order-letters", Topics.ORDER, OrderPlacedV1.TYPE),
            of("user-order-ends", Topics.ORDER, OrderCancelledV1.TYPE),
            of("user-return-letters", Topics.ORDER, ReturnSettledV1.TYPE),
            of("user-shipment-letters", Topics.SHIPMENT, HandedOverV1.TYPE),
            of("user-audit", Topics.AUDIT, AuditRecordedV1.TYPE),
            inOrder("order-payments", Topics.PAYMENT, PaymentAssuredV1.TYPE),
            inOrder("order-shipments", Topics.SHIPMENT, ParcelDeliveredV1.TYPE),
            of("order-prices", Topics.PRODUCT, ProductStateV1.TYPE),
            of("order-availability", Topics.AVAILABILITY, AvailabilityStateV1.TYPE),
            of("payment-shipments", Topics.SHIPMENT, ParcelDeliveredV1.TYPE),
            inOrder("fulfillment-orders", Topics.ORDER, OrderConfirmedV1.TYPE),
            of("loyalty-accounts", Topics.USER, AccountRegisteredV1.TYPE),
            of("loyalty-refunds", Topics.PAYMENT, RefundSucceededV1.TYPE),
            of("loyalty-points", Topics.ORDER, OrderConfirmedV1.TYPE),
            of("loyalty-coupons", Topics.ORDER, OrderConfirmedV1.TYPE),
            of("reporting-orders", Topics.ORDER, OrderConfirmedV1.TYPE),
            of("reporting-payments", Topics.PAYMENT, RefundSucceededV1.TYPE),
            of("reporting-behaviour", Topics.BEHAVIOUR, ProductViewedV1.TYPE),
            of("reporting-placed", Topics.ORDER, OrderPlacedV1.TYPE),
            of("reporting-stores", Topics.USER, StoreStateV1.TYPE));

    private static Hearing of(String group, String topic, String type) {
        return new Hearing(group, topic, type, false);
    }

    private static Hearing inOrder(String group, String topic, String type) {
        return new Hearing(group, topic, type, true);
    }

    /** What becomes of something malformed and then something of an unknown version, of the same key. */
    List<String> poisoned() {
        return List.of("MALFORMED", inOrder ? "PARKED" : "UNKNOWN_VERSION");
    }
}
