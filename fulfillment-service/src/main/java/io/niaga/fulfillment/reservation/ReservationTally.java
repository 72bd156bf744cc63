package io.niaga.fulfillment.reservation;

/** Counts what operations wants to know of reservations. */
public interface ReservationTally {
    /** An order was refused because something is sold out. */
    void refused();

    /** The sweeper settled so many operations or reservations that somebody had left behind. */
    void swept(int settled);
}
