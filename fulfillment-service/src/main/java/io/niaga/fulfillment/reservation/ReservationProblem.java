package io.niaga.fulfillment.reservation;

import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import io.niaga.types.ProblemKind;
import io.niaga.types.Sku;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can go wrong with reservations. */
public enum ReservationProblem implements Problem {
    SOLD_OUT(ProblemKind.CONFLICT, "There is not enough of {skus}."),
    FENCED(ProblemKind.CONFLICT, "A later decision of the order is known here: {fence}."),
    RESERVATION_NOT_HELD(ProblemKind.CONFLICT, "The reservation {reservation} holds nothing (any more)."),
    RESERVATION_IN_PICKING(ProblemKind.CONFLICT, "The goods of {reservation} are being picked or have left."),
    RESERVATION_BUSY(ProblemKind.UNAVAILABLE, "Somebody else is working on {reservation}; please ask again.");

    private final ProblemKind kind;
    private final String detail;

    ReservationProblem(ProblemKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    static ProblemException soldOut(SortedMap<Sku, Integer> available) {
        SortedMap<String, Integer> bySku = new TreeMap<>();
        available.forEach((sku, units) -> bySku.put(sku.value(), units));
        return SOLD_OUT.with("skus", List.copyOf(bySku.keySet())).with("available", bySku);
    }

    static ProblemException fenced(Reservation known) {
        return FENCED.with("fence", known.fence().number());
    }

    static ProblemException busy(ReservationId id) {
        return RESERVATION_BUSY.with("reservation", id.value());
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public String detail() {
        return detail;
    }
}
