package io.niaga.audit;

import java.util.Map;
import java.util.Set;

/** A return's units in the stock's books: those that its inspection found, each once, and of nothing else. */
final class RestockRules {
    private static final String DONE = "RESTOCKED";
    private static final Set<String> COMES_BACK = Set.of("RETURN_TO_SENDER", "RECEIVED_BACK");

    private RestockRules() {}

    static void booked(RestockCase c, Findings found) {
        if (c.isSaidToBeBooked()) {
            found.require(
                    c.state().equals(DONE),
                    Check.RESTOCKS,
                    "what came back is said to be booked, its restock "
                            + (c.state().isEmpty() ? "is not there" : "is " + c.state()),
                    c.id(),
                    c.orderId());
        }
        if (!c.state().equals(DONE)) {
            return; // Not there, or on its way.
        }
        if (c.isUndelivered()) {
            undelivered(c, found);
        } else {
            found.same(c.found(), c.booked(), Check.RESTOCKS, "what was booked", c.id(), c.orderId());
        }
    }

    /** Nobody said what it should be, but it was sent, and it did not arrive. */
    private static void undelivered(RestockCase c, Findings found) {
        String state = Fields.text(c.fulfillment(), "state");
        found.require(
                COMES_BACK.contains(state),
                Check.RESTOCKS,
                "it came back undelivered, its fulfillment is " + state,
                c.id(),
                c.orderId());
        Map<Long, Long> shipped = c.shipped();
        c.booked().forEach((line, units) -> {
            long sent = shipped.getOrDefault(line, 0L);
            found.require(
                    units.all() <= sent,
                    Check.RESTOCKS,
                    units.all() + " units of line " + line + " came back, " + sent + " were sent",
                    c.id(),
                    c.orderId());
        });
    }

    static void moved(RestockCase c, Findings found) {
        if (c.state().equals(DONE)) {
            found.require(
                    c.moved().equals(c.toMove()),
                    Check.RESTOCKS,
                    "movements say that " + c.moved().units() + " units came in for it, it brought "
                            + c.toMove().units(),
                    c.id(),
                    c.orderId());
        }
    }
}
