package io.niaga.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Nothing waits for ever: what has not ended has a time when somebody looks at it, and that time is not long past. */
final class DeadlineRules {
    private static final Set<String> IN_MOTION =
            Set.of("PLACING", "REFUSING", "AWAITING_PAYMENT", "CANCELLING", "EXPIRING", "REVIVING");
    private static final Set<String> STOCK_IN_MOTION = Set.of("PENDING", "CONSUMING", "RELEASING");
    private static final Set<String> RETURN_WAITS = Set.of("REQUESTED", "APPROVED", "RECEIVED");
    private static final Set<String> RETURN_IN_MOTION = Set.of("INSPECTED");
    private static final Set<String> COUPON_IN_MOTION = Set.of("PENDING", "GIVING_BACK");

    /** How often a step may end unknown in a row, by then for minutes: each time it is due again, so its time never passes. */
    private static final int MOST_ATTEMPTS = 8;

    /** How long a reservation may outlive its order's deadline. */
    private static final Duration OUTLIVED = Duration.ofHours(1);

    private final Duration grace;

    /** @param grace how long after its time something may still be at rest */
    DeadlineRules(Duration grace) {
        this.grace = grace;
    }

    void order(OrderCase c, Findings found) {
        if (c.order() == null) {
            return;
        }
        Instant due = Fields.instant(c.order(), "due");
        if (IN_MOTION.contains(c.state()) || c.isAtWork()) {
            found.require(due != null, Check.DEADLINES, "it is " + c.state() + " and nobody will look", c.id());
        }
        require(due, c, "it is " + c.state() + " and due since ", c.id(), found);
        endless(Fields.number(c.order(), "work.attempts"), "it is " + c.state(), found, c.id());
        if (c.isPaid() && !c.state().equals("COMPLETED")) {
            found.require(
                    Fields.has(c.order(), "terms.shipping.promisedBy"),
                    Check.DEADLINES,
                    "it is " + c.state() + " without a promised day",
                    c.id());
        }
    }

    /** A return waits for a day, for a person who was called, or for its own next step. */
    void returns(OrderCase c, Findings found) {
        for (Document goods : Fields.list(c.order(), "returns")) {
            String id = Fields.text(goods, "_id");
            String state = Fields.text(goods, "state.code");
            Instant until = Fields.instant(goods, "state.until");
            if (Fields.has(goods, "attention")) {
                continue;
            }
            if (RETURN_IN_MOTION.contains(state)) {
                found.require(
                        Fields.has(c.order(), "due"),
                        Check.DEADLINES,
                        "nobody will go on with this return",
                        id,
                        c.id());
                // Cash that the carrier has not brought yet is waited for, and money that is on its way back.
                boolean isOnItsWay = c.refunds().stream()
                        .anyMatch(refund -> !Set.of("SUCCEEDED", "FAILED").contains(Fields.text(refund, "state")));
                if (!isOnItsWay && !c.paymentState().equals("TO_COLLECT")) {
                    endless(Fields.number(goods, "attempts"), "a return is " + state, found, id, c.id());
                }
            }
            if (RETURN_WAITS.contains(state)) {
                found.require(until != null, Check.DEADLINES, "nobody will look at this return", id, c.id());
                boolean past = until != null && until.plus(grace).isBefore(c.now());
                found.require(!past, Check.DEADLINES, "a return waits and its day was " + until, id, c.id());
            }
        }
    }

    void reservation(OrderCase c, Findings found) {
        if (STOCK_IN_MOTION.contains(c.reservationState())) {
            Instant since = Fields.instant(c.reservation(), "changedAt");
            require(since, c, "it is " + c.reservationState() + " since ", c.reservationId(), found);
        }
        Instant payBy = Fields.instant(c.reservation(), "payBy");
        if (c.reservationState().equals("HELD") && payBy != null) {
            require(payBy.plus(OUTLIVED), c, "it is HELD, an hour past its order's end of ", c.reservationId(), found);
        }
        if (COUPON_IN_MOTION.contains(Fields.text(c.hold(), "state")) && !c.isAtWork()) {
            found.add(Check.DEADLINES, "it is " + Fields.text(c.hold(), "state") + " at rest", c.holdId(), c.id());
        }
    }

    /** Once its units are committed, it is found on the shelves by itself. */
    void fulfillment(OrderCase c, Findings found) {
        List<Document> steps = Fields.list(c.fulfillment(), "steps");
        if (Fields.text(c.fulfillment(), "state").equals("PAYMENT_ASSURED") && !steps.isEmpty()) {
            Instant since = Fields.instant(steps.getLast(), "at");
            require(since, c, "it is PAYMENT_ASSURED since ", c.fulfillmentId(), found);
        }
    }

    void payment(OrderCase c, Findings found) {
        Instant since = Fields.instant(c.payment(), "unresolvedSince");
        require(since, c, "its end is unknown since ", c.paymentId(), found);
    }

    private static void endless(long attempts, String what, Findings found, String... ids) {
        found.require(
                attempts <= MOST_ATTEMPTS,
                Check.DEADLINES,
                what + " and its step ended unknown " + attempts + " times in a row",
                ids);
    }

    private void require(@Nullable Instant time, OrderCase c, String what, String id, Findings found) {
        boolean past = time != null && time.plus(grace).isBefore(c.now());
        found.require(!past, Check.DEADLINES, what + time, id);
    }
}
