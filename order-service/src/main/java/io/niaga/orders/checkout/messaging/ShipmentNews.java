package io.niaga.orders.checkout.messaging;

import io.niaga.events.Topics;
import io.niaga.events.fulfillment.FulfillmentPackedV1;
import io.niaga.events.fulfillment.FulfillmentPickedV1;
import io.niaga.events.fulfillment.FulfillmentReleasedV1;
import io.niaga.events.fulfillment.HandedOverV1;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.events.fulfillment.ParcelFailedV1;
import io.niaga.events.fulfillment.ParcelInTransitV1;
import io.niaga.events.fulfillment.ParcelLostV1;
import io.niaga.events.fulfillment.ParcelOutForDeliveryV1;
import io.niaga.events.fulfillment.ParcelReturnedV1;
import io.niaga.events.fulfillment.PickingStartedV1;
import io.niaga.events.fulfillment.RanShortV1;
import io.niaga.events.fulfillment.ReceivedBackV1;
import io.niaga.messaging.Envelope;
import io.niaga.messaging.Subscription;
import io.niaga.orders.checkout.Fact;
import io.niaga.orders.checkout.HearNews;
import io.niaga.orders.order.FulfillmentView.Parcel;
import io.niaga.orders.order.FulfillmentView.Stage;
import io.niaga.orders.order.OrderId;
import java.util.List;

/** What the warehouse and the carrier tell: a duplicate or late event changes nothing; one about an unknown order is dropped. */
public final class ShipmentNews {
    private static final String GROUP = "order-shipments";

    private final HearNews hear;

    private ShipmentNews(HearNews hear) {
        this.hear = hear;
    }

    public static Subscription subscription(HearNews hear) {
        ShipmentNews to = new ShipmentNews(hear);
        Subscription.Builder all = Subscription.to(Topics.SHIPMENT).as(GROUP).inOrder();
        to.warehouse(all);
        to.parcels(all);
        to.endings(all);
        return all.build();
    }

    private void warehouse(Subscription.Builder all) {
        all.on(
                        FulfillmentReleasedV1.TYPE,
                        FulfillmentReleasedV1.class,
                        (e, from) -> at(e.orderId(), Stage.RELEASED, from))
                .on(PickingStartedV1.TYPE, PickingStartedV1.class, (e, from) -> at(e.orderId(), Stage.PICKING, from))
                .on(
                        FulfillmentPickedV1.TYPE,
                        FulfillmentPickedV1.class,
                        (e, from) -> at(e.orderId(), Stage.PICKED, from))
                .on(
                        FulfillmentPackedV1.TYPE,
                        FulfillmentPackedV1.class,
                        (e, from) -> at(e.orderId(), Stage.PACKED, from))
                .on(
                        HandedOverV1.TYPE,
                        HandedOverV1.class,
                        (e, from) -> hear(e.orderId(), new Fact.HandedOver(parcels(e)), from));
    }

    private void parcels(Subscription.Builder all) {
        all.on(
                        ParcelInTransitV1.TYPE,
                        ParcelInTransitV1.class,
                        (e, from) -> moved(e.orderId(), e.tracking(), "IN_TRANSIT", from))
                .on(
                        ParcelOutForDeliveryV1.TYPE,
                        ParcelOutForDeliveryV1.class,
                        (e, from) -> moved(e.orderId(), e.tracking(), "OUT_FOR_DELIVERY", from))
                .on(
                        ParcelFailedV1.TYPE,
                        ParcelFailedV1.class,
                        (e, from) -> moved(e.orderId(), e.tracking(), "FAILED_ATTEMPT", from))
                .on(
                        ParcelReturnedV1.TYPE,
                        ParcelReturnedV1.class,
                        (e, from) -> moved(e.orderId(), e.tracking(), "RETURN_TO_SENDER", from))
                .on(
                        ParcelDeliveredV1.TYPE,
                        ParcelDeliveredV1.class,
                        (e, from) -> hear(
                                e.orderId(), new Fact.ParcelMoved(e.tracking(), "DELIVERED", e.allDelivered()), from));
    }

    private void endings(Subscription.Builder all) {
        all.on(
                        ParcelLostV1.TYPE,
                        ParcelLostV1.class,
                        (e, from) -> hear(e.orderId(), new Fact.ParcelLost(e.tracking(), e.reason()), from))
                .on(ReceivedBackV1.TYPE, ReceivedBackV1.class, (e, from) -> hear(e.orderId(), cameBack(e), from))
                .on(RanShortV1.TYPE, RanShortV1.class, (e, from) -> at(e.orderId(), Stage.SHORT, from));
    }

    private void at(String order, Stage stage, Envelope from) {
        hear(order, new Fact.WarehouseAt(stage), from);
    }

    private void moved(String order, String tracking, String state, Envelope from) {
        hear(order, new Fact.ParcelMoved(tracking, state, false), from);
    }

    private void hear(String order, Fact.Heard fact, Envelope from) {
        hear.hear(OrderId.of(order), fact, new HearNews.Source(from.key(), from.sequence()));
    }

    private static Fact.CameBack cameBack(ReceivedBackV1 e) {
        return new Fact.CameBack(
                e.lines().stream().mapToInt(ReceivedBackV1.Line::resellable).sum(),
                e.lines().stream().mapToInt(ReceivedBackV1.Line::damaged).sum());
    }

    private static List<Parcel> parcels(HandedOverV1 e) {
        return e.parcels().stream()
                .map(p -> new Parcel(p.tracking(), p.carrier(), p.service(), "PRE_TRANSIT"))
                .toList();
    }
}
