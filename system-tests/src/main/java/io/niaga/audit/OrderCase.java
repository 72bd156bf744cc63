package io.niaga.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One order and everything that shares its bits, as it was read.
 *
 * @param postings its ledger transactions
 * @param member the loyalty of its customer
 * @param handedOver what movements say left the warehouse for its reservation
 */
record OrderCase(
        String bits,
        @Nullable Document order,
        @Nullable Document quote,
        @Nullable Document reservation,
        @Nullable Document fulfillment,
        @Nullable Document payment,
        @Nullable Document hold,
        @Nullable Document fact,
        @Nullable Document member,
        List<Document> postings,
        HandOvers.Sum handedOver,
        TopicLog topics,
        Instant now) {
    /** States in which the promise stands. */
    static final Set<String> PAID = Set.of("CONFIRMED", "IN_FULFILLMENT", "COMPLETED");

    /** The state of what left and will not arrive. */
    private static final String FAILED = "PROMISE_FAILED";

    /** States in which nothing of what was taken is left. */
    static final Set<String> GIVEN_UP = Set.of("REFUSED", "CANCELLED", "EXPIRED");

    String id() {
        return "ord_" + bits;
    }

    String reservationId() {
        return "rsv_" + bits;
    }

    String paymentId() {
        return "pay_" + bits;
    }

    String fulfillmentId() {
        return "ful_" + bits;
    }

    String holdId() {
        return "hld_" + bits;
    }

    String state() {
        return Fields.text(order, "state.code");
    }

    boolean isPaid() {
        return PAID.contains(state());
    }

    boolean isGivenUp() {
        return GIVEN_UP.contains(state());
    }

    /** Whether nothing that was paid may be kept: it never was an order, ended, or never arrived. */
    boolean owesAll() {
        return isGivenUp() || state().equals(FAILED);
    }

    /** Whether steps of its process are open: what they are about is in motion. */
    boolean isAtWork() {
        return !Fields.texts(order, "work.open").isEmpty();
    }

    String paymentState() {
        return Fields.text(payment, "state.name");
    }

    String reservationState() {
        return Fields.text(reservation, "state");
    }

    List<Document> lines() {
        return Fields.list(order, "terms.lines");
    }

    List<Document> refunds() {
        return Fields.list(payment, "refunds");
    }

    /** Minor units that went back, or are on their way. */
    long refunded(Set<String> states) {
        return refunds().stream()
                .filter(r -> states.contains(Fields.text(r, "state")))
                .mapToLong(r -> Fields.number(r, "amount"))
                .sum();
    }
}
