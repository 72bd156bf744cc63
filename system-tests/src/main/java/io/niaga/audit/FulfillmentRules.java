package io.niaga.audit;

import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An order's fulfillment: as far as the order says, with the units the reservation took. */
final class FulfillmentRules {
    private static final Set<String> NONE = Set.of("", "CANCELLED");
    private static final Set<String> WAITING =
            Set.of("PAYMENT_ASSURED", "SOURCED", "RELEASED", "ON_HOLD", "IN_PRODUCTION", "WAITING_CONTRACTOR");
    private static final Set<String> UNDER_WAY =
            Set.of("PICKING", "PICKED", "PACKED", "HANDED_OVER", "RE_SOURCED", "RETURN_TO_SENDER");

    /** The box left and will not arrive: its order may be called off all the same. */
    static final Set<String> NEVER_ARRIVES = Set.of("RETURN_TO_SENDER", "RECEIVED_BACK", "LOST");

    /** Units were not there to be picked, so nothing leaves: its order may be called off all the same. */
    static final Set<String> RAN_SHORT = Set.of("ENDING_SHORT", "SHORT");

    private static final Set<String> GONE =
            Set.of("HANDED_OVER", "DELIVERED", "RETURN_TO_SENDER", "RECEIVED_BACK", "LOST");
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "CONFIRMED", WAITING,
            "IN_FULFILLMENT", UNDER_WAY,
            "COMPLETED", Set.of("DELIVERED"),
            "PROMISE_FAILED", Set.of("RECEIVED_BACK", "LOST", "SHORT"),
            "CANCELLED", NONE,
            "EXPIRED", NONE,
            "REFUSED", NONE,
            "AWAITING_PAYMENT", NONE);

    private FulfillmentRules() {}

    static void agrees(OrderCase c, Findings found) {
        String state = Fields.text(c.fulfillment(), "state");
        Set<String> allowed = c.order() == null ? NONE : ALLOWED.get(c.state());
        if (allowed != null
                && !c.isAtWork()
                && !allowed.contains(state)
                && !(c.isGivenUp() && (NEVER_ARRIVES.contains(state) || RAN_SHORT.contains(state)))) {
            found.add(
                    Check.FULFILLMENT_OF_ORDER,
                    "the order is " + (c.order() == null ? "not there" : c.state()) + ", its fulfillment "
                            + (state.isEmpty() ? "is not there" : state),
                    c.fulfillmentId(),
                    c.id());
        }
        if (GONE.contains(state) || state.equals("SHORT")) {
            found.require(
                    c.reservationState().equals(state.equals("SHORT") ? "RELEASED" : "CONSUMED"),
                    Check.FULFILLMENT_OF_ORDER,
                    "it is " + state + ", its reservation " + c.reservationState(),
                    c.fulfillmentId(),
                    c.reservationId());
        }
        if (Fields.has(c.fulfillment(), "goods") && !NONE.contains(state)) {
            found.same(
                    units(c.reservation(), "lines"),
                    units(c.fulfillment(), "goods.lines"),
                    Check.FULFILLMENT_OF_ORDER,
                    "what is to be sent",
                    c.fulfillmentId(),
                    c.reservationId());
        }
    }

    private static HandOvers.Sum units(@Nullable Document of, String path) {
        HandOvers.Sum sum = HandOvers.Sum.NOTHING;
        for (Document line : Fields.list(of, path)) {
            sum = sum.plus(Fields.text(line, "stock"), Fields.number(line, "quantity"));
        }
        return sum;
    }
}
