package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Optional;

/** Takes in what a carrier says about a parcel; what is known already, or older than what is known, changes nothing. */
@UseCase
public final class ReportParcel {
    private static final int TRIES = 20;
    private final Fulfillments fulfillments;
    private final Clock clock;

    public ReportParcel(Fulfillments fulfillments, Clock clock) {
        this.fulfillments = fulfillments;
        this.clock = clock;
    }

    /** @param carrier the name of the carrier that says so, of its own parcel */
    public void report(String carrier, TrackingNumber tracking, ParcelState state) {
        for (int tries = 0; tries < TRIES; tries++) {
            Fulfillment known = fulfillments.carrying(tracking, carrier).orElseThrow(CommonProblem.NOT_FOUND::now);
            Optional<FulfillmentChange> change =
                    ParcelMoves.reported(known, tracking, state, new Deed(carrier, clock.instant()));
            if (change.isEmpty() || fulfillments.save(change.get())) {
                return;
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}
