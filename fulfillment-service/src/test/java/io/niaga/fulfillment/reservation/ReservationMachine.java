package io.niaga.fulfillment.reservation;

import static io.niaga.fulfillment.reservation.Shelf.MAIN;
import static io.niaga.fulfillment.reservation.Shelf.SHIRT;

import io.niaga.types.Sku;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Real reservations in every state, and every command on them. */
public final class ReservationMachine {
    public static final List<String> STATES =
            Arrays.stream(ReservationState.values()).map(Enum::name).toList();
    public static final List<String> MOVES = List.of(
            "reserve again",
            "reserve, higher fence",
            "commit",
            "change address",
            "release",
            "lower fence",
            "start picking",
            "consume",
            "run short",
            "sweep");

    private static final OrderId ORDER = Shelf.order(1);
    private static final ReservationId ID = ReservationId.of(ORDER);
    private static final Map<Sku, Integer> UNITS = Map.of(SHIRT, 2);
    private static final long SEEN = 5;

    private ReservationMachine() {}

    public static String outcome(String state, String move) {
        Shelf shelf = new Shelf().counted(SHIRT, MAIN, state.equals("REFUSED") ? 1 : 10);
        bring(shelf, ReservationState.valueOf(state));
        if (!now(shelf).equals(state)) {
            throw new AssertionError("could not bring it into " + state);
        }
        return move(shelf, move) ? now(shelf) : "";
    }

    private static String now(Shelf shelf) {
        return shelf.reservations.find(ID).orElseThrow().state().name();
    }

    private static void bring(Shelf shelf, ReservationState state) {
        Verbs verbs = shelf.verbs();
        switch (state) {
            case PENDING -> diesAfter(shelf, "take", v -> reserve(v, SEEN));
            case REFUSED -> quietly(() -> reserve(verbs, SEEN));
            case HELD -> reserve(verbs, SEEN);
            case COMMITTED -> {
                reserve(verbs, SEEN);
                verbs.commit.commit(ID, new Fence(SEEN));
            }
            case PICKING -> {
                bring(shelf, ReservationState.COMMITTED);
                verbs.pick.start(ID);
            }
            case CONSUMING -> {
                bring(shelf, ReservationState.PICKING);
                diesAfter(shelf, "save", v -> v.pick.consume(ID));
            }
            case CONSUMED -> {
                bring(shelf, ReservationState.PICKING);
                verbs.pick.consume(ID);
            }
            case RELEASING -> {
                reserve(verbs, SEEN);
                diesAfter(shelf, "save", v -> v.release.release(ID, new Fence(SEEN)));
            }
            case RELEASED -> {
                reserve(verbs, SEEN);
                verbs.release.release(ID, new Fence(SEEN));
            }
        }
    }

    private static boolean move(Shelf shelf, String move) {
        Verbs verbs = shelf.verbs();
        switch (move) {
            case "reserve again" -> reserve(verbs, SEEN);
            case "reserve, higher fence" -> reserve(verbs, SEEN + 1);
            case "commit" -> verbs.commit.commit(ID, new Fence(SEEN + 1));
            case "change address" ->
                new ChangeAddress(shelf.reservations, id -> {})
                        .change(ID, new Fence(SEEN + 1), new Address("B", "+62", List.of(), null, "1", "ID"));
            case "release" -> verbs.release.release(ID, new Fence(SEEN + 1));
            case "lower fence" -> reserve(verbs, SEEN - 1);
            case "start picking" -> {
                return verbs.pick.start(ID).isPresent();
            }
            case "consume" -> {
                return verbs.pick.consume(ID);
            }
            case "run short" -> {
                return verbs.pick.runShort(ID, Shelf.ONE_SHIRT);
            }
            case "sweep" -> {
                shelf.later(Duration.ofMinutes(2));
                verbs.settle.sweep();
            }
            default -> throw new IllegalArgumentException(move);
        }
        return true;
    }

    private static void reserve(Verbs verbs, long fence) {
        verbs.reserve.reserve(new Shelf().wants(ORDER, fence, UNITS));
    }

    private static void diesAfter(Shelf shelf, String step, Consumer<Verbs> deed) {
        try {
            deed.accept(shelf.breaking(("after " + step)::equals));
        } catch (Breaking.Crash dead) {
            return;
        }
        throw new AssertionError("it did not come to " + step);
    }

    private static void quietly(Runnable deed) {
        try {
            deed.run();
        } catch (io.niaga.types.ProblemException refused) {
            return;
        }
        throw new AssertionError("it was not refused");
    }
}
