package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows fulfillments to staff, and a parcel's way to whoever has its number. */
@UseCase
public final class ReadFulfillments {
    private static final String ACTION = "fulfillment:read";
    private final Fulfillments fulfillments;
    private final Permissions permissions;

    public ReadFulfillments(Fulfillments fulfillments, Permissions permissions) {
        this.fulfillments = fulfillments;
        this.permissions = permissions;
    }

    public Fulfillment find(Actor actor, FulfillmentId id) {
        return require(fulfillments, permissions, actor, ACTION, id);
    }

    /** Whether the actor ships for that store, and so needs to know where to. */
    public boolean showsAddress(Actor actor, StoreId store) {
        return permissions.allows(actor, "fulfillment:read-address", store);
    }

    /** Of that order, if it is to be seen by this actor. */
    public List<Fulfillment> ofOrder(Actor actor, OrderId order) {
        boolean reads = permissions.allowsAll(actor, ACTION)
                || actor.memberOf().stream().anyMatch(s -> permissions.allows(actor, ACTION, s));
        if (!reads) {
            permissions.requireAll(actor, ACTION);
        }
        return fulfillments.find(FulfillmentId.of(order)).stream()
                .filter(Fulfillment::isShown)
                .filter(f -> permissions.allows(actor, ACTION, f.order().store()))
                .toList();
    }

    public Page<Fulfillment> list(Actor actor, Fulfillments.Listing listing) {
        StoreId store = listing.store();
        if (store == null) {
            permissions.requireAll(actor, ACTION);
        } else {
            permissions.require(actor, ACTION, store);
        }
        return fulfillments.list(listing);
    }

    /**
     * For anyone: a parcel says nothing about a person.
     *
     * @param carrier null: whichever has that number
     */
    public Tracked track(TrackingNumber tracking, @Nullable String carrier) {
        Fulfillment f = fulfillments.carrying(tracking, carrier).orElseThrow(CommonProblem.NOT_FOUND::now);
        return new Tracked(f, f.parcel(tracking, carrier).orElseThrow(CommonProblem.NOT_FOUND::now));
    }

    /** A parcel and what it is part of. */
    public record Tracked(Fulfillment fulfillment, Parcel parcel) {}

    static Fulfillment require(
            Fulfillments fulfillments, Permissions permissions, Actor actor, String action, FulfillmentId id) {
        Optional<Fulfillment> found = fulfillments.find(id).filter(Fulfillment::isShown);
        if (found.isEmpty()) {
            // Staff of any store learn that it is not there, everybody else that it is not for them.
            permissions.requireAll(actor, action);
            throw CommonProblem.NOT_FOUND.now();
        }
        permissions.require(actor, action, found.get().order().store());
        return found.get();
    }
}
