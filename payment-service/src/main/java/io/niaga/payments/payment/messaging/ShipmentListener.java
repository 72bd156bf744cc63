package io.niaga.payments.payment.messaging;

import io.niaga.events.Topics;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.messaging.Subscription;
import io.niaga.payments.payment.CollectCash;
import io.niaga.payments.payment.PaymentId;

/** Hears that an order was delivered: cash on delivery was collected with it. Twice is once, and late is no harm. */
public final class ShipmentListener {
    private final CollectCash collect;

    public ShipmentListener(CollectCash collect) {
        this.collect = collect;
    }

    public Subscription subscription() {
        return Subscription.to(Topics.SHIPMENT)
                .as("payment-shipments")
                .on(ParcelDeliveredV1.TYPE, ParcelDeliveredV1.class, (body, envelope) -> delivered(body))
                .gathering()
                .build();
    }

    private void delivered(ParcelDeliveredV1 delivered) {
        if (delivered.allDelivered()) {
            collect.collect(PaymentId.firstOf(delivered.orderId()));
        }
    }
}
