package io.niaga.fulfillment.reservation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where reservations are kept. Every write is atomic and raises the version. */
public interface Reservations {
    /** More of them tell an operator nothing new, and counting them all costs more the more there are. */
    int MOST_COUNTED = 100_000;

    Optional<Reservation> find(ReservationId id);

    /** Empty when there is one with this id already; otherwise it as it is now. */
    Optional<Reservation> insert(Reservation reservation);

    /** Writes it over the version it was read in; empty: somebody else was faster. Otherwise it as it is now. */
    Optional<Reservation> replace(Reservation changed);

    /** Those that were left releasing or consuming before that. */
    List<Reservation> leftRolling(Instant before, int limit);

    /** How many hold units: held, committed, being picked; at most {@link #MOST_COUNTED}. */
    long open();

    /** How many are held although their order's deadline passed before that; at most {@link #MOST_COUNTED}. */
    long heldPast(Instant deadline);
}
