package io.niaga.fulfillment.shipment.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
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
import io.niaga.fulfillment.shipment.Fulfillment;
import io.niaga.fulfillment.shipment.FulfillmentChange;
import io.niaga.fulfillment.shipment.ShipmentEvent;
import io.niaga.messaging.Outgoing;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fulfillment tells in the write that changes it: ids and times, nothing about a person. */
public final class OutboxShipmentEvents {
    private final AuditTrail audit;
    private final String id;
    private final String order;
    private final String store;

    private OutboxShipmentEvents(Fulfillment f, AuditTrail audit) {
        this.audit = audit;
        this.id = f.id().value();
        this.order = f.order().id().value();
        this.store = f.order().store().value();
    }

    public static List<Outgoing> of(FulfillmentChange change, AuditTrail audit) {
        OutboxShipmentEvents events = new OutboxShipmentEvents(change.fulfillment(), audit);
        return change.events().stream().flatMap(e -> events.told(e).stream()).toList();
    }

    private Optional<Outgoing> told(ShipmentEvent event) {
        Instant at = event.at();
        return switch (event) {
            case ShipmentEvent.Released _ ->
                fact(FulfillmentReleasedV1.TYPE, new FulfillmentReleasedV1(id, order, store, at));
            case ShipmentEvent.PickingStarted _ ->
                fact(PickingStartedV1.TYPE, new PickingStartedV1(id, order, store, at));
            case ShipmentEvent.Picked _ ->
                fact(FulfillmentPickedV1.TYPE, new FulfillmentPickedV1(id, order, store, at));
            case ShipmentEvent.Packed e ->
                fact(FulfillmentPackedV1.TYPE, new FulfillmentPackedV1(id, order, store, e.weightGrams(), at));
            case ShipmentEvent.HandedOver e -> fact(HandedOverV1.TYPE, handedOver(e));
            case ShipmentEvent.ReceivedBack e -> fact(ReceivedBackV1.TYPE, receivedBack(e));
            case ShipmentEvent.ParcelMoved e -> moved(e);
            case ShipmentEvent.RanShort e -> fact(RanShortV1.TYPE, ranShort(e));
            case ShipmentEvent.ToldByHand e -> {
                var change = stateChange(e.before().name(), e.state().name());
                yield entry(e.actor(), id + "/parcels/" + e.tracking(), change, null);
            }
            case ShipmentEvent.FoundShort e ->
                entry(
                        e.actor(),
                        id,
                        stateChange(e.before(), "ENDING_SHORT"),
                        e.reason().code());
        };
    }

    private static AuditRecordedV1.Change stateChange(String before, String after) {
        return new AuditRecordedV1.Change("/state", before, after);
    }

    private Optional<Outgoing> entry(
            Actor actor, String resource, AuditRecordedV1.Change change, @Nullable String reason) {
        AuditRecordedV1 entry =
                audit.entry(actor, "fulfillment:work", resource, StoreId.of(store), List.of(change), reason);
        return Optional.of(Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry));
    }

    private RanShortV1 ranShort(ShipmentEvent.RanShort event) {
        List<RanShortV1.Line> lines = event.missing().lines().stream()
                .map(l -> new RanShortV1.Line(
                        l.line(), l.stock().sku().value(), l.quantity().units()))
                .toList();
        return new RanShortV1(id, order, store, lines, event.missing().reason().code(), event.at());
    }

    private ReceivedBackV1 receivedBack(ShipmentEvent.ReceivedBack event) {
        List<ReceivedBackV1.Line> lines = event.lines().stream()
                .map(l -> new ReceivedBackV1.Line(
                        l.line(),
                        l.sku().value(),
                        l.resellable().units(),
                        l.damaged().units()))
                .toList();
        return new ReceivedBackV1(id, order, store, lines, event.at());
    }

    private HandedOverV1 handedOver(ShipmentEvent.HandedOver event) {
        List<HandedOverV1.Parcel> parcels = event.parcels().stream()
                .map(p -> new HandedOverV1.Parcel(p.tracking().value(), p.carrier(), p.service()))
                .toList();
        return new HandedOverV1(id, order, store, parcels, event.at());
    }

    private Optional<Outgoing> moved(ShipmentEvent.ParcelMoved e) {
        String tracking = e.tracking().value();
        Instant at = e.at();
        return switch (e.state()) {
            case IN_TRANSIT -> fact(ParcelInTransitV1.TYPE, new ParcelInTransitV1(id, order, store, tracking, at));
            case OUT_FOR_DELIVERY ->
                fact(ParcelOutForDeliveryV1.TYPE, new ParcelOutForDeliveryV1(id, order, store, tracking, at));
            case DELIVERED ->
                fact(ParcelDeliveredV1.TYPE, new ParcelDeliveredV1(id, order, store, tracking, e.allDelivered(), at));
            case FAILED_ATTEMPT -> fact(ParcelFailedV1.TYPE, new ParcelFailedV1(id, order, store, tracking, at));
            case RETURN_TO_SENDER -> fact(ParcelReturnedV1.TYPE, new ParcelReturnedV1(id, order, store, tracking, at));
            case LOST, DAMAGED ->
                fact(
                        ParcelLostV1.TYPE,
                        new ParcelLostV1(id, order, store, tracking, e.state().name(), at));
            // Told with the handover.
            case PRE_TRANSIT -> Optional.empty();
        };
    }

    private static Optional<Outgoing> fact(String type, Object body) {
        return Optional.of(Outgoing.to(Topics.SHIPMENT, type, body));
    }
}
