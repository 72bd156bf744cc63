package io.niaga.fulfillment.reservation;

import io.niaga.fulfillment.stock.Reason;
import io.niaga.types.Quantity;
import java.util.List;

/**
 * Units that were not there to be picked.
 *
 * @param lines of which lines and rows, and how many; each once, none without units
 * @param by who looked for them: an id
 */
public record Missing(List<HeldLine> lines, Reason reason, String by) {
    public Missing {
        lines = List.copyOf(lines);
    }

    /** How many of what a line has in one row. */
    Quantity of(HeldLine held) {
        return lines.stream()
                .filter(l -> l.line() == held.line() && l.stock().equals(held.stock()))
                .map(HeldLine::quantity)
                .findFirst()
                .orElse(Quantity.NONE);
    }
}
