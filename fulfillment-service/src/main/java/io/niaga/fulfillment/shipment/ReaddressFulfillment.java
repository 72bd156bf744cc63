package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.reservation.AddressCopies;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.fulfillment.reservation.Reservations;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.util.Optional;

/**
 * What is to be shipped goes where its reservation goes. The fulfillment is read before the reservation and always written:
 * someone woken late finds its version changed.
 */
@UseCase
public final class ReaddressFulfillment implements AddressCopies {
    private static final int TRIES = 20;
    private final Fulfillments fulfillments;
    private final Reservations reservations;

    public ReaddressFulfillment(Fulfillments fulfillments, Reservations reservations) {
        this.fulfillments = fulfillments;
        this.reservations = reservations;
    }

    @Override
    public void follow(ReservationId id) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Fulfillment> known = fulfillments.find(FulfillmentId.of(id));
            Optional<Reservation.OrderFacts> now = reservations.find(id).map(Reservation::order);
            if (known.isEmpty() || now.isEmpty()) {
                return;
            }
            Optional<Fulfillment> changed =
                    OrderMoves.readdressed(known.get(), now.get().address());
            if (changed.isEmpty() || fulfillments.save(FulfillmentChange.quiet(changed.get()))) {
                return;
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}
