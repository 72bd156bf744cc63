package io.niaga.fulfillment.reservation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The name under which an attempt of a reservation works on a row of stock: {@code <reservation>/<line>/<attempt>} for
 * taking, {@code <reservation>/<line>/rolled/<attempt>} for what only rolls forward. Before there was an attempt in it, the
 * latter was {@code <reservation>/<line>}.
 */
record OperationName(ReservationId reservation, int line, boolean isTaking, OptionalInt attempt) {
    private static final String ROLLED = "rolled";

    static OperationName taking(Reservation reservation, HeldLine line) {
        return new OperationName(reservation.id(), line.line(), true, OptionalInt.of(reservation.attempt()));
    }

    /** With the attempt: somebody woken late must not forget what a later life of the reservation did. */
    static OperationName rollingForward(Reservation reservation, HeldLine line) {
        return new OperationName(reservation.id(), line.line(), false, OptionalInt.of(reservation.attempt()));
    }

    /** The name of before. */
    static OperationName unnumbered(Reservation reservation, HeldLine line) {
        return new OperationName(reservation.id(), line.line(), false, OptionalInt.empty());
    }

    /** Empty: what works on the row under that name is no reservation. */
    static Optional<OperationName> parse(String text) {
        if (!text.startsWith(ReservationId.PREFIX + "_")) {
            return Optional.empty();
        }
        List<String> parts = List.of(text.split("/", -1));
        boolean hasAttempt = parts.size() > 2;
        return Optional.of(new OperationName(
                ReservationId.of(parts.get(0)),
                Integer.parseInt(parts.get(1)),
                hasAttempt && !parts.get(2).equals(ROLLED),
                hasAttempt ? OptionalInt.of(Integer.parseInt(parts.getLast())) : OptionalInt.empty()));
    }

    /** Whether this was done for an earlier attempt than that. */
    boolean isBefore(int later) {
        return attempt.isPresent() && attempt.getAsInt() < later;
    }

    @Override
    public String toString() {
        String name = reservation + "/" + line + (isTaking || attempt.isEmpty() ? "" : "/" + ROLLED);
        return attempt.isPresent() ? name + "/" + attempt.getAsInt() : name;
    }
}
