package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.Carriers;
import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes in what the warehouse knows of a parcel whose carrier is not integrated, just as if the carrier had told it: what is
 * known already, or older than what is known, changes nothing.
 */
@UseCase
public final class ReportByHand {
    private static final String ACTION = "fulfillment:work";
    private static final int TRIES = 20;
    private final Fulfillments fulfillments;
    private final Carriers carriers;
    private final Permissions permissions;
    private final Clock clock;

    public ReportByHand(Fulfillments fulfillments, Carriers carriers, Permissions permissions, Clock clock) {
        this.fulfillments = fulfillments;
        this.carriers = carriers;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** @throws io.niaga.types.ProblemException NOT_FOUND, CARRIER_REPORTS */
    public Fulfillment report(Actor actor, FulfillmentId id, TrackingNumber tracking, ParcelState state) {
        for (int tries = 0; tries < TRIES; tries++) {
            Fulfillment known = ReadFulfillments.require(fulfillments, permissions, actor, ACTION, id);
            Parcel parcel = known.parcel(tracking, null).orElseThrow(CommonProblem.NOT_FOUND::now);
            if (carriers.tells(parcel.carrier())) {
                throw FulfillmentProblem.CARRIER_REPORTS.with("carrier", parcel.carrier());
            }
            Deed deed = new Deed(actor.label(), clock.instant());
            Optional<FulfillmentChange> change = ParcelMoves.reported(known, tracking, state, deed)
                    .map(c -> c.and(new ShipmentEvent.ToldByHand(actor, tracking, parcel.state(), state, deed.at())));
            if (change.isEmpty()) {
                return known;
            }
            if (fulfillments.save(change.get())) {
                return fulfillments.find(id).orElse(known);
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}
