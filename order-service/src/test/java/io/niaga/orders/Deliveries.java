package io.niaga.orders;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.events.fulfillment.PickingStartedV1;
import io.niaga.events.payments.PaymentAssuredV1;
import io.niaga.testsupport.TestEvents;
import java.time.Instant;

/** What the neighbours tell of an order on its way to its buyer. */
final class Deliveries {
    private Deliveries() {}

    /** Payment-service tells that the money is there. */
    static void assured(Shopper.Placed order, Instant at) {
        TestEvents.tell(
                Topics.PAYMENT,
                order.derived("pay"),
                PaymentAssuredV1.TYPE,
                2,
                new PaymentAssuredV1(
                        order.derived("pay"),
                        order.id(),
                        Surrounding.STORE.value(),
                        "CAPTURED",
                        Samples.idr("663000.00"),
                        at));
    }

    static Shopper.Placed paid(Shopper.Placed order, Instant at) {
        assured(order, at);
        eventually(() -> assertThat(order.state()).isEqualTo("CONFIRMED"));
        return order;
    }

    static Shopper.Placed delivered(Shopper.Placed order, Instant at) {
        paid(order, at);
        String ful = order.derived("ful");
        String store = Surrounding.STORE.value();
        TestEvents.tell(
                Topics.SHIPMENT, ful, PickingStartedV1.TYPE, 2, new PickingStartedV1(ful, order.id(), store, at));
        TestEvents.tell(
                Topics.SHIPMENT,
                ful,
                ParcelDeliveredV1.TYPE,
                6,
                new ParcelDeliveredV1(ful, order.id(), store, "TRK1", true, at));
        eventually(() -> assertThat(order.state()).isEqualTo("COMPLETED"));
        return order;
    }
}
