package io.niaga.fulfillment;

import io.niaga.fulfillment.carrier.Carrier;
import io.niaga.fulfillment.carrier.Carriers;
import io.niaga.fulfillment.carrier.sandbox.SandboxCarrier;
import io.niaga.fulfillment.receiving.RestockReturn;
import io.niaga.fulfillment.reservation.PickReservation;
import io.niaga.fulfillment.reservation.Reservations;
import io.niaga.fulfillment.shipment.Fulfillments;
import io.niaga.fulfillment.shipment.HearOrder;
import io.niaga.fulfillment.shipment.ReadFulfillments;
import io.niaga.fulfillment.shipment.ReceiveBack;
import io.niaga.fulfillment.shipment.ReportByHand;
import io.niaga.fulfillment.shipment.ReportParcel;
import io.niaga.fulfillment.shipment.ReportShortage;
import io.niaga.fulfillment.shipment.WorkOnFulfillment;
import io.niaga.fulfillment.shipment.messaging.OrderListener;
import io.niaga.fulfillment.shipment.messaging.OutboxShipmentEvents;
import io.niaga.fulfillment.shipment.mongo.MongoFulfillments;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Subscription;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.Permissions;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** The part of {@link FulfillmentConfiguration} that is about fulfillments and carriers. */
class ShipmentWiring {
    @Bean
    @ConditionalOnBooleanProperty("niaga.sandbox.enabled")
    Carrier sandboxCarrier() {
        return new SandboxCarrier();
    }

    @Bean
    Carriers carriers(List<Carrier> all) {
        return new Carriers(all);
    }

    @Bean
    Fulfillments fulfillments(Outboxes outboxes, AuditTrail audit) {
        return new MongoFulfillments(
                outboxes.collection("fulfillments"), change -> OutboxShipmentEvents.of(change, audit));
    }

    @Bean
    HearOrder hearOrder(Fulfillments fulfillments, Reservations reservations, Clock clock) {
        return new HearOrder(fulfillments, reservations, clock);
    }

    @Bean
    Subscription orders(HearOrder hear) {
        return new OrderListener(hear).subscription();
    }

    @Bean
    WorkOnFulfillment workOnFulfillment(
            Fulfillments fulfillments,
            PickReservation reservation,
            Carriers carriers,
            Permissions permissions,
            Clock clock) {
        return new WorkOnFulfillment(fulfillments, reservation, carriers, permissions, clock);
    }

    @Bean
    ReportShortage reportShortage(
            Fulfillments fulfillments, PickReservation reservation, Permissions permissions, Clock clock) {
        return new ReportShortage(fulfillments, reservation, permissions, clock);
    }

    @Bean
    ReceiveBack receiveBack(Fulfillments fulfillments, RestockReturn restock, Permissions permissions, Clock clock) {
        return new ReceiveBack(fulfillments, restock, permissions, clock);
    }

    @Bean
    ReadFulfillments readFulfillments(Fulfillments fulfillments, Permissions permissions) {
        return new ReadFulfillments(fulfillments, permissions);
    }

    @Bean
    ReportParcel reportParcel(Fulfillments fulfillments, Clock clock) {
        return new ReportParcel(fulfillments, clock);
    }

    @Bean
    ReportByHand reportByHand(Fulfillments fulfillments, Carriers carriers, Permissions permissions, Clock clock) {
        return new ReportByHand(fulfillments, carriers, permissions, clock);
    }
}
