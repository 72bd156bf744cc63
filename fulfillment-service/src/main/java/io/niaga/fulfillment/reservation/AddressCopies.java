package io.niaga.fulfillment.reservation;

/** Who keeps a copy of where a reservation goes. */
public interface AddressCopies {
    /**
     * Makes the copy say what the reservation says now, if there is one and nobody has begun to ship. Somebody woken late
     * never puts an earlier address over a later one.
     */
    void follow(ReservationId id);
}
