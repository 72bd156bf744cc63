package io.niaga.fulfillment.receiving;

import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.types.StoreId;
import java.util.Comparator;
import java.util.List;

/** What came back of an order, and is to be put where it came from. */
public record RestockCommand(
        ReturnId id, Fence fence, OrderId order, StoreId store, ReservationId reservation, List<ReturnedLine> lines) {
    private static final int MOST_LINES = 1000;

    public RestockCommand {
        lines = lines.stream().sorted(Comparator.comparing(ReturnedLine::line)).toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("a return has 1 to " + MOST_LINES + " lines");
        }
        if (lines.stream().map(ReturnedLine::line).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("a line's number names one line");
        }
        if (!reservation.equals(ReservationId.of(order))) {
            throw new IllegalArgumentException("a reservation has its order's bits");
        }
    }
}
