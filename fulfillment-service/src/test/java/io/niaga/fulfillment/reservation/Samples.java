package io.niaga.fulfillment.reservation;

import static io.niaga.fulfillment.reservation.Shelf.MAIN;
import static io.niaga.fulfillment.reservation.Shelf.SHIRT;

import io.niaga.types.ProblemException;
import java.util.List;
import java.util.Map;

/** Reservations as they come to be. */
public final class Samples {
    private Samples() {}

    public static Reservation held() {
        Shelf shelf = new Shelf().counted(SHIRT, MAIN, 10);
        OrderId order = Shelf.order(1);
        shelf.verbs().reserve.reserve(shelf.wants(order, 1, Map.of(SHIRT, 2)));
        Reservation r = shelf.reservations.find(ReservationId.of(order)).orElseThrow();
        return new Reservation(
                r.id(), r.state(), r.fence(), r.attempt(), r.lines(), r.shortage(), r.order(), r.changedAt(), 1);
    }

    public static List<Reservation> others() {
        Shelf shelf = new Shelf().counted(SHIRT, MAIN, 2);
        OrderId unlucky = Shelf.order(3);
        shelf.verbs().reserve.reserve(shelf.wants(unlucky, 1, Map.of(SHIRT, 1)));
        shelf.verbs().commit.commit(ReservationId.of(unlucky), new Fence(1));
        shelf.verbs().pick.start(ReservationId.of(unlucky));
        shelf.verbs().pick.runShort(ReservationId.of(unlucky), Shelf.ONE_SHIRT);
        shelf.verbs().release.release(ReservationId.of(Shelf.order(1)), new Fence(1));
        try {
            shelf.verbs().reserve.reserve(shelf.wants(Shelf.order(2), 1, Map.of(SHIRT, 2)));
        } catch (ProblemException soldOut) {
            return shelf.reservations.all();
        }
        throw new AssertionError("it was not sold out");
    }
}
