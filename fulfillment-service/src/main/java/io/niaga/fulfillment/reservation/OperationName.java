package io.niaga.fulfillment.reservation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The name under which a reservation works on a row of stock: {@code <reservation>/<line>/<attempt>} for taking,
 * {@code <reservation>/<line>} for what only rolls forward.
 */
record OperationName(ReservationId reservation, int line, OptionalInt attempt) {

    static OperationName taking(Reservation reservation, HeldLine line) {
        return new OperationName(reservation.id(), line.line(), OptionalInt.of(reservation.attempt()));
    }

    static OperationName rollingForward(Reservation reservation, HeldLine line) {
        return new OperationName(reservation.id(), line.line(), OptionalInt.empty());
    }

    /** Empty: what works on the row under that name is no reservation. */
    static Optional<OperationName> parse(String text) {
        if (!text.startsWith(ReservationId.PREFIX + "_")) {
            return Optional.empty();
        }
        List<String> parts = List.of(text.split("/", -1));
        return Optional.of(new OperationName(
                ReservationId.of(parts.get(0)),
                Integer.parseInt(parts.get(1)),
                parts.size() > 2 ? OptionalInt.of(Integer.parseInt(parts.get(2))) : OptionalInt.empty()));
    }

    boolean isTaking() {
        return attempt.isPresent();
    }

    /** Whether this took units for an earlier attempt than that. */
    boolean isBefore(int later) {
        return attempt.isPresent() && attempt.getAsInt() < later;
    }

    @Override
    public String toString() {
        String name = reservation + "/" + line;
        return attempt.isPresent() ? name + "/" + attempt.getAsInt() : name;
    }
}
