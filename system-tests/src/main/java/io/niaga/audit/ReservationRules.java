package io.niaga.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** An order's reservation: whose it is, what it holds, that it ended once, and that no promise stands without it. */
final class ReservationRules {
    private static final Set<String> NOTHING_HELD = Set.of("", "REFUSED", "RELEASED");
    private static final Set<String> PROMISED = Set.of("COMMITTED", "PICKING", "CONSUMING", "CONSUMED");
    private static final Set<String> TAKEN = Set.of("HELD", "COMMITTED", "PICKING", "CONSUMING", "CONSUMED");

    /** What the reservation may be once the order's steps are done, by the order's state. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "AWAITING_PAYMENT", Set.of("HELD"),
            "PROMISE_FAILED", Set.of("CONSUMED"),
            "REFUSED", NOTHING_HELD,
            "CANCELLED", NOTHING_HELD,
            "EXPIRED", NOTHING_HELD);

    private ReservationRules() {}

    static void agrees(OrderCase c, Findings found) {
        String state = c.reservationState();
        if (c.order() == null) {
            found.require(
                    NOTHING_HELD.contains(state),
                    Check.RESERVATION_OF_ORDER,
                    "a reservation that is " + state + " has no order",
                    c.reservationId());
            return;
        }
        Set<String> allowed = ALLOWED.get(c.state());
        String fulfillment = Fields.text(c.fulfillment(), "state");
        boolean left = state.equals("CONSUMED") && FulfillmentRules.NEVER_ARRIVES.contains(fulfillment);
        boolean ranShort = state.equals("RELEASED") && fulfillment.equals("SHORT");
        if (allowed != null && !c.isAtWork() && !allowed.contains(state) && !left && !ranShort) {
            found.add(
                    Check.RESERVATION_OF_ORDER,
                    "the order is " + c.state() + ", its reservation " + (state.isEmpty() ? "is not there" : state),
                    c.reservationId(),
                    c.id());
        }
        if (TAKEN.contains(state)) {
            found.same(wanted(c), held(c), Check.RESERVATION_OF_ORDER, "what is held", c.reservationId(), c.id());
            String order = Fields.text(c.reservation(), "order.id");
            if (!order.isEmpty()) {
                found.same(c.id(), order, Check.RESERVATION_OF_ORDER, "its order", c.reservationId(), c.id());
            }
        }
    }

    static void committed(OrderCase c, Findings found) {
        // What ran short holds nothing any more, and its order ends as soon as it hears of it.
        boolean ends = FulfillmentRules.RAN_SHORT.contains(Fields.text(c.fulfillment(), "state"))
                && !c.state().equals("COMPLETED");
        if (!c.isPaid() || ends) {
            return;
        }
        String state = c.reservationState();
        boolean covered = PROMISED.contains(state) && wanted(c).equals(held(c));
        boolean complete = !c.state().equals("COMPLETED") || state.equals("CONSUMED");
        found.require(
                covered && complete,
                Check.COMMITMENT,
                "the order is " + c.state() + ", its reservation " + (state.isEmpty() ? "is not there" : state),
                c.id(),
                c.reservationId());
    }

    static void endedOnce(OrderCase c, Findings found) {
        found.require(
                hasEndedOnce(c),
                Check.RESERVATION_ENDED_ONCE,
                "movements say that " + c.handedOver().units() + " units of it left, it is "
                        + (c.reservationState().isEmpty() ? "not there" : c.reservationState()) + " with "
                        + consumed(c).units(),
                c.reservationId());
    }

    /** Whether exactly its units left; while they are leaving, nobody knows. */
    static boolean hasEndedOnce(OrderCase c) {
        boolean rolls = ranShort(c) && c.reservationState().equals("RELEASING");
        return rolls || c.reservationState().equals("CONSUMING") || consumed(c).equals(c.handedOver());
    }

    private static boolean ranShort(OrderCase c) {
        return Fields.has(c.reservation(), "missing");
    }

    /** What left of it: all of it, or what was not there to be picked. */
    private static HandOvers.Sum consumed(OrderCase c) {
        HandOvers.Sum consumed = HandOvers.Sum.NOTHING;
        if (ranShort(c) || c.reservationState().equals("CONSUMED")) {
            for (Document line : Fields.list(c.reservation(), ranShort(c) ? "missing.lines" : "lines")) {
                consumed = consumed.plus(Fields.text(line, "stock"), Fields.number(line, "quantity"));
            }
        }
        return consumed;
    }

    private static Map<String, Long> wanted(OrderCase c) {
        Map<String, Long> wanted = new HashMap<>();
        c.lines()
                .forEach(line -> wanted.merge(
                        Fields.number(line, "line") + " " + Fields.text(line, "offer.sku"),
                        Fields.number(line, "quantity"),
                        Long::sum));
        return wanted;
    }

    private static Map<String, Long> held(OrderCase c) {
        Map<String, Long> held = new HashMap<>();
        Fields.list(c.reservation(), "lines")
                .forEach(line -> held.merge(
                        Fields.number(line, "line") + " " + sku(Fields.text(line, "stock")),
                        Fields.number(line, "quantity"),
                        Long::sum));
        return held;
    }

    /** The SKU in a row's key {@code store/sku/warehouse}. */
    static String sku(String row) {
        int first = row.indexOf('/');
        int last = row.lastIndexOf('/');
        return first < 0 || last <= first ? row : row.substring(first + 1, last);
    }
}
