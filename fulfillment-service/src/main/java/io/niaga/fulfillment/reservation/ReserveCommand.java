package io.niaga.fulfillment.reservation;

import io.niaga.types.Sku;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an order wants reserved; with a higher fence than was seen it also reopens what was released. */
public record ReserveCommand(ReservationId id, Fence fence, Reservation.OrderFacts order, List<WantedLine> lines) {
    public ReserveCommand {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an order has at least one line");
        }
        if (lines.stream().map(WantedLine::line).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("a line's number names one line");
        }
        if (!id.equals(ReservationId.of(order.id()))) {
            throw new IllegalArgumentException("a reservation has its order's bits");
        }
    }

    Set<Sku> skus() {
        return lines.stream().map(WantedLine::sku).collect(Collectors.toUnmodifiableSet());
    }
}
