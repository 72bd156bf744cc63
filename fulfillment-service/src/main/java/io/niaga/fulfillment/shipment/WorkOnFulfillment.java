package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.Carriers;
import io.niaga.fulfillment.carrier.Consignment;
import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.reservation.Address;
import io.niaga.fulfillment.reservation.PickReservation;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the warehouse does: release, pick, pack, hand over. Each may be repeated after a crash until it is answered. */
@UseCase
public final class WorkOnFulfillment {
    private static final String ACTION = "fulfillment:work";
    private static final int TRIES = 20;
    private final Fulfillments fulfillments;
    private final PickReservation reservation;
    private final Carriers carriers;
    private final Permissions permissions;
    private final Clock clock;

    public WorkOnFulfillment(
            Fulfillments fulfillments,
            PickReservation reservation,
            Carriers carriers,
            Permissions permissions,
            Clock clock) {
        this.fulfillments = fulfillments;
        this.reservation = reservation;
        this.carriers = carriers;
        this.permissions = permissions;
        this.clock = clock;
    }

    public Fulfillment release(Actor actor, FulfillmentId id) {
        return change(actor, id, WarehouseMoves::release);
    }

    /** Somebody goes to the shelves; from here the order cannot be cancelled. */
    public Fulfillment startPicking(Actor actor, FulfillmentId id) {
        return change(actor, id, (f, deed) -> {
            WarehouseMoves.requirePickable(f);
            return WarehouseMoves.startPicking(heldForPicking(f), deed);
        });
    }

    /** All that was ordered was taken from the shelves. */
    public Fulfillment pick(Actor actor, FulfillmentId id, Map<Sku, Quantity> found) {
        return change(actor, id, (f, deed) -> {
            WarehouseMoves.requirePickable(f);
            WarehouseMoves.requireAll(f, found);
            return WarehouseMoves.pick(heldForPicking(f), deed);
        });
    }

    public Fulfillment pack(Actor actor, FulfillmentId id, int weightGrams) {
        return change(actor, id, (f, deed) -> WarehouseMoves.pack(f, weightGrams, deed));
    }

    /**
     * The carrier gets it and its units leave the stock: both again and again until the fulfillment says so.
     *
     * @param given the parcel's number where the carrier is not integrated
     */
    public Fulfillment handOver(
            Actor actor, FulfillmentId id, String carrier, String service, @Nullable TrackingNumber given) {
        return change(actor, id, (f, deed) -> {
            int weight = WarehouseMoves.requirePacked(f).weightGrams();
            Address to =
                    Objects.requireNonNull(Objects.requireNonNull(f.goods()).address());
            TrackingNumber tracking =
                    carriers.book(carrier, new Consignment(f.id().value(), service, weight, to), given);
            requireFree(f, tracking, carrier);
            if (!reservation.consume(f.id().reservation())) {
                throw FulfillmentProblem.state(f, "handover");
            }
            return WarehouseMoves.handOver(f, Parcel.given(tracking, carrier, service, deed.at()), deed);
        });
    }

    /** Before anything leaves the stock; of two at the same moment the second is refused when it is kept. */
    private void requireFree(Fulfillment f, TrackingNumber tracking, String carrier) {
        if (fulfillments
                .carrying(tracking, carrier)
                .filter(other -> !other.id().equals(f.id()))
                .isPresent()) {
            throw FulfillmentProblem.taken(tracking, carrier);
        }
    }

    /**
     * The order may have been cancelled a moment ago: only a committed reservation can be picked. From here its address is
     * final, so it is the one to ship to.
     */
    private Fulfillment heldForPicking(Fulfillment f) {
        Reservation picked =
                reservation.start(f.id().reservation()).orElseThrow(() -> FulfillmentProblem.state(f, "picking"));
        Reservation.OrderFacts order = picked.order();
        return order == null ? f : f.with(Objects.requireNonNull(f.goods()).to(order.address()));
    }

    private Fulfillment change(Actor actor, FulfillmentId id, BiFunction<Fulfillment, Deed, FulfillmentChange> move) {
        for (int tries = 0; tries < TRIES; tries++) {
            Fulfillment known = ReadFulfillments.require(fulfillments, permissions, actor, ACTION, id);
            if (fulfillments.save(move.apply(known, new Deed(actor.label(), clock.instant())))) {
                return fulfillments.find(id).orElse(known);
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}
