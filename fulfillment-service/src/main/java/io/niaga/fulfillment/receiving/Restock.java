package io.niaga.fulfillment.receiving;

import io.niaga.fulfillment.reservation.Fence;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.fulfillment.stock.StockKey;
import io.niaga.types.Actor;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of one return on their way into the stock; one per return.
 *
 * @param fence the highest that was seen
 * @param parts which row each line goes to: decided when it was asked for, so that whoever finishes it does the same
 * @param version raised by every write
 */
public record Restock(
        ReturnId id,
        OrderId order,
        Fence fence,
        RestockState state,
        List<Part> parts,
        By by,
        Instant changedAt,
        long version) {
    public Restock {
        parts = parts.stream()
                .sorted(Comparator.comparing(p -> p.line().line()))
                .toList();
    }

    /** A line and the row that it goes to. */
    public record Part(ReturnedLine line, StockKey row) {}

    /**
     * Who brought it.
     *
     * @param actor an id or a service's name
     */
    public record By(String actor, @Nullable UserId onBehalfOf) {
        public static By of(Actor actor) {
            UserId person = actor instanceof Actor.Service service
                    ? service.onBehalfOf().orElse(null)
                    : null;
            return new By(actor.label(), person);
        }
    }

    List<ReturnedLine> lines() {
        return parts.stream().map(Part::line).toList();
    }

    /** Those that bring units. */
    List<Part> bringing() {
        return parts.stream().filter(p -> p.line().units() > 0).toList();
    }

    /** Under which name it works on a part's row. */
    String operation(Part part) {
        return id + "/" + part.line().line();
    }

    boolean isFinished() {
        return state == RestockState.RESTOCKED;
    }

    Restock fenced(Fence other) {
        return new Restock(id, order, fence.highest(other), state, parts, by, changedAt, version);
    }

    Restock finished(Instant at) {
        return new Restock(id, order, fence, RestockState.RESTOCKED, parts, by, at, version);
    }
}
