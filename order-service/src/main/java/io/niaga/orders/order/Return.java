package io.niaga.orders.order;

import io.niaga.types.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goods of an order on their way back. Part of the order, so that what was delivered can never come back twice. Immutable; a
 * change gives the next one, put into the order.
 *
 * @param note the customer's own words
 * @param attention why a person has to look at it; null while nobody has to
 * @param attempts how often its open step ended unknown in a row
 */
public record Return(
        ReturnId id,
        Instant requestedAt,
        List<Line> lines,
        @Nullable String note,
        ReturnState state,
        @Nullable Attention attention,
        int attempts) {
    public Return {
        lines = List.copyOf(lines);
    }

    /** Why somebody sends something back, or says that it never came. */
    public enum Reason {
        CHANGED_MIND,
        DAMAGED,
        WRONG_ITEM,
        MISSING,
        DEFECTIVE;

        /** Whether the merchant is the one to blame. */
        public boolean isTheMerchants() {
            return this != CHANGED_MIND;
        }

        /** What never came cannot be sent back. */
        public boolean comesBack() {
            return this != MISSING;
        }
    }

    /** Units of one line of the order, at least one. */
    public record Line(int line, Sku sku, int quantity, Reason reason) {}

    /** That a person has to look, why, and since when. */
    public record Attention(Cause cause, Instant since) {
        /** Why. */
        public enum Cause {
            /** Nobody approved or refused it in time. */
            UNANSWERED,
            /** It came back, and nobody looked at it in time. */
            NOT_INSPECTED,
            /** The warehouse cannot book what came back. */
            RESTOCK_REFUSED,
            /** More would go back than is left of what was paid. */
            REFUND_EXCEEDS_CAPTURE,
            /** The provider does not send the money. */
            REFUND_FAILED
        }
    }

    /** Something that is done for a return; each may be done again without harm. */
    public enum Step {
        RESTOCK,
        REFUND
    }

    public static Return request(
            ReturnId id, List<Line> lines, @Nullable String note, ReturnState.Requested state, Instant now) {
        return new Return(id, now, lines, note, state, null, 0);
    }

    /** The same in another state; whoever had to look has looked. */
    public Return in(ReturnState next) {
        return new Return(id, requestedAt, lines, note, next, null, 0);
    }

    public Return waitingForSomebody(Attention.Cause cause, Instant now) {
        return new Return(id, requestedAt, lines, note, state, new Attention(cause, now), 0);
    }

    Return failed() {
        return new Return(id, requestedAt, lines, note, state, attention, attempts + 1);
    }

    /** Units of a line of the order that nobody else may return. */
    public int claims(int line) {
        return switch (state) {
            case ReturnState.Requested _, ReturnState.Approved _, ReturnState.Received _ ->
                lines.stream()
                        .filter(l -> l.line() == line)
                        .mapToInt(Line::quantity)
                        .sum();
            case ReturnState.Inspected s -> s.inspection().refundedUnits(line);
            case ReturnState.Settled s -> s.inspection().refundedUnits(line);
            case ReturnState.Refused _, ReturnState.Cancelled _ -> 0;
        };
    }

    /** What the warehouse found, once it looked. */
    public Optional<Inspection> inspection() {
        return switch (state) {
            case ReturnState.Inspected s -> Optional.of(s.inspection());
            case ReturnState.Settled s -> Optional.of(s.inspection());
            case ReturnState.Requested _, ReturnState.Approved _, ReturnState.Received _ -> Optional.empty();
            case ReturnState.Refused _, ReturnState.Cancelled _ -> Optional.empty();
        };
    }

    /** What is to be done next, unless a person has to say so. */
    public Optional<Step> next() {
        if (attention != null || !(state instanceof ReturnState.Inspected s)) {
            return Optional.empty();
        }
        return Optional.of(s.restocked() ? Step.REFUND : Step.RESTOCK);
    }

    /** When the time changes something about it, if nobody else does before. */
    public Optional<Instant> deadline() {
        if (attention != null) {
            return Optional.empty();
        }
        return switch (state) {
            case ReturnState.Requested s -> Optional.of(s.answerBy());
            case ReturnState.Approved s -> Optional.of(s.sendBackBy());
            case ReturnState.Received s -> Optional.of(s.inspectBy());
            case ReturnState.Inspected _, ReturnState.Settled _ -> Optional.empty();
            case ReturnState.Refused _, ReturnState.Cancelled _ -> Optional.empty();
        };
    }
}
