package io.niaga.audit;

import io.niaga.events.Topics;
import io.niaga.events.fulfillment.FulfillmentPackedV1;
import io.niaga.events.fulfillment.FulfillmentPickedV1;
import io.niaga.events.fulfillment.FulfillmentReleasedV1;
import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.events.fulfillment.ParcelLostV1;
import io.niaga.events.fulfillment.PickingStartedV1;
import io.niaga.events.fulfillment.RanShortV1;
import io.niaga.events.fulfillment.ReceivedBackV1;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.events.orders.OrderPlacedV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.events.orders.ReturnApprovedV1;
import io.niaga.events.orders.ReturnCancelledV1;
import io.niaga.events.orders.ReturnReceivedV1;
import io.niaga.events.orders.ReturnRefusedV1;
import io.niaga.events.orders.ReturnRequestedV1;
import io.niaga.events.orders.ReturnSettledV1;
import io.niaga.events.payments.PaymentAssuredV1;
import io.niaga.events.payments.PaymentCancelledV1;
import io.niaga.events.payments.PaymentCapturedV1;
import io.niaga.events.payments.PaymentLatePaidV1;
import io.niaga.events.payments.PaymentOpenedV1;
import io.niaga.events.payments.RefundSucceededV1;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** What was told of an order: every event that its state, its payment's and its fulfillment's cannot be without. */
final class EventRules {
    private static final Map<String, List<String>> OF_ORDER = Map.of(
            "AWAITING_PAYMENT", List.of(OrderPlacedV1.TYPE),
            "CONFIRMED", List.of(OrderPlacedV1.TYPE, OrderConfirmedV1.TYPE),
            "IN_FULFILLMENT", List.of(OrderPlacedV1.TYPE, OrderConfirmedV1.TYPE),
            "COMPLETED", List.of(OrderPlacedV1.TYPE, OrderConfirmedV1.TYPE, OrderCompletedV1.TYPE),
            "PROMISE_FAILED", List.of(OrderPlacedV1.TYPE, OrderConfirmedV1.TYPE, OrderPromiseFailedV1.TYPE),
            "CANCELLED", List.of(OrderPlacedV1.TYPE, OrderCancelledV1.TYPE),
            "EXPIRED", List.of(OrderPlacedV1.TYPE, OrderExpiredV1.TYPE));
    private static final List<String> STAGES =
            List.of("RELEASED", "PICKING", "PICKED", "PACKED", "HANDED_OVER", "DELIVERED");
    private static final List<String> OF_STAGE = List.of(
            FulfillmentReleasedV1.TYPE,
            PickingStartedV1.TYPE,
            FulfillmentPickedV1.TYPE,
            FulfillmentPackedV1.TYPE,
            HandedOverV1.TYPE,
            ParcelDeliveredV1.TYPE);

    private static final Map<String, String> OF_END =
            Map.of("RECEIVED_BACK", ReceivedBackV1.TYPE, "LOST", ParcelLostV1.TYPE, "SHORT", RanShortV1.TYPE);

    /** By what an order's timeline says of its returns. */
    private static final Map<String, String> OF_RETURN = Map.of(
            "RETURN_REQUESTED", ReturnRequestedV1.TYPE,
            "RETURN_APPROVED", ReturnApprovedV1.TYPE,
            "RETURN_REFUSED", ReturnRefusedV1.TYPE,
            "RETURN_RECEIVED", ReturnReceivedV1.TYPE,
            "RETURN_SETTLED", ReturnSettledV1.TYPE,
            "RETURN_CANCELLED", ReturnCancelledV1.TYPE);

    private static final Map<String, String> SOURCES = Map.of(
            Topics.ORDER, "/order-service/orders",
            Topics.PAYMENT, "/payment-service/payments",
            Topics.SHIPMENT, "/fulfillment-service/fulfillments");

    private EventRules() {}

    static void told(OrderCase c, Findings found) {
        OF_ORDER.getOrDefault(c.state(), List.of()).forEach(type -> told(c, Topics.ORDER, c.id(), type, found));
        payment(c, found);
        returns(c, found);
        String state = Fields.text(c.fulfillment(), "state");
        int stage = STAGES.indexOf(lastStage(state));
        OF_STAGE.subList(0, stage + 1).forEach(type -> told(c, Topics.SHIPMENT, c.fulfillmentId(), type, found));
        if (OF_END.containsKey(state)) {
            told(c, Topics.SHIPMENT, c.fulfillmentId(), OF_END.get(state), found);
        }
    }

    /** Each move of each return. */
    private static void returns(OrderCase c, Findings found) {
        for (Document moment : Fields.list(c.order(), "timeline")) {
            String type = OF_RETURN.get(Fields.text(moment, "type"));
            String id = Fields.text(moment, "details.returnId");
            found.require(
                    type == null || c.topics().hasOfReturn(id, type),
                    Check.EVENTS_OF_ORDER,
                    type + " is not on " + Topics.ORDER,
                    id,
                    c.id());
        }
    }

    /** The last stage on the way to the buyer that it surely came to. */
    private static String lastStage(String state) {
        if (FulfillmentRules.NEVER_ARRIVES.contains(state)) {
            return "HANDED_OVER";
        }
        return FulfillmentRules.RAN_SHORT.contains(state) ? "PICKING" : state;
    }

    private static void payment(OrderCase c, Findings found) {
        if (c.payment() == null || Fields.number(c.payment(), "outboxSeq") == 0) {
            return; // Nothing was ever told of it: a mark for an order that was given up before.
        }
        paid(c, PaymentOpenedV1.TYPE, found);
        switch (c.paymentState()) {
            case "CAPTURED" -> {
                paid(c, PaymentAssuredV1.TYPE, found);
                if (Fields.text(c.payment(), "method").equals("COD")) {
                    paid(c, PaymentCapturedV1.TYPE, found);
                }
            }
            case "LATE_PAID" -> paid(c, PaymentLatePaidV1.TYPE, found);
            case "CANCELLED" -> paid(c, PaymentCancelledV1.TYPE, found);
            default -> {}
        }
        if (c.refunds().stream().anyMatch(r -> Fields.text(r, "state").equals("SUCCEEDED"))) {
            paid(c, RefundSucceededV1.TYPE, found);
        }
    }

    private static void paid(OrderCase c, String type, Findings found) {
        boolean late =
                type.equals(PaymentAssuredV1.TYPE) && has(c, Topics.PAYMENT, c.paymentId(), PaymentLatePaidV1.TYPE);
        if (!late) {
            told(c, Topics.PAYMENT, c.paymentId(), type, found);
        }
    }

    private static void told(OrderCase c, String topic, String key, String type, Findings found) {
        found.require(has(c, topic, key, type), Check.EVENTS_OF_ORDER, type + " is not on " + topic, key, c.id());
    }

    private static boolean has(OrderCase c, String topic, String key, String type) {
        return c.topics().has(topic, SOURCES.getOrDefault(topic, ""), key, type);
    }
}
