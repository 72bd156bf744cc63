package io.niaga.fulfillment.receiving;

import static io.niaga.fulfillment.receiving.Dock.MAIN;
import static io.niaga.fulfillment.receiving.Dock.SHIRT;
import static io.niaga.fulfillment.receiving.Dock.line;

import io.niaga.fulfillment.reservation.Breaking;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A real restock in every state, and everything that can happen to it. */
public final class RestockMachine {
    public static final List<String> STATES =
            Arrays.stream(RestockState.values()).map(Enum::name).toList();
    public static final List<String> MOVES =
            List.of("restock again", "restock, higher fence", "restock, other lines", "lower fence", "sweep");
    private static final long SEEN = 5;

    private RestockMachine() {}

    public static String outcome(String state, String move) {
        Dock dock = new Dock().counted(SHIRT, MAIN, 1).shipped();
        if (state.equals("RESTOCKED")) {
            restock(dock, SEEN, 1);
        } else {
            diesRestocking(dock);
        }
        switch (move) {
            case "restock again" -> restock(dock, SEEN, 1);
            case "restock, higher fence" -> restock(dock, SEEN + 1, 1);
            case "restock, other lines" -> restock(dock, SEEN, 2);
            case "lower fence" -> restock(dock, SEEN - 1, 1);
            case "sweep" -> {
                dock.later(Duration.ofMinutes(2));
                dock.verbs().settle.sweep();
            }
            default -> throw new IllegalArgumentException(move);
        }
        return dock.restocks.find(Dock.RETURN).orElseThrow().state().name();
    }

    private static void restock(Dock dock, long fence, int units) {
        dock.verbs().restock(dock.command(fence, line(1, SHIRT, units, 0)));
    }

    private static void diesRestocking(Dock dock) {
        try {
            dock.breaking("after save"::equals).restock(dock.command(SEEN, line(1, SHIRT, 1, 0)));
        } catch (Breaking.Crash dead) {
            return;
        }
        throw new AssertionError("it did not come to the row");
    }
}
