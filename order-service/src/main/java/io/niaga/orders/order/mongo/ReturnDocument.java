package io.niaga.orders.order.mongo;

import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.order.ReturnState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A return as its order keeps it. */
record ReturnDocument(
        String id,
        Instant requestedAt,
        List<Return.Line> lines,
        @Nullable String note,
        State state,
        Return.@Nullable Attention attention,
        int attempts) {
    /**
     * Its state.
     *
     * @param at when it came into it, where the state knows
     * @param until its deadline, where it has one
     * @param why the reason of a refusal, the ending of what was cancelled
     */
    record State(
            String code,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable Inspection inspection,
            boolean restocked,
            @Nullable String why) {
        static State of(ReturnState state) {
            String code = state.code();
            return switch (state) {
                case ReturnState.Requested s -> new State(code, null, s.answerBy(), null, false, null);
                case ReturnState.Approved s -> new State(code, s.at(), s.sendBackBy(), null, false, null);
                case ReturnState.Received s -> new State(code, s.at(), s.inspectBy(), null, false, null);
                case ReturnState.Inspected s -> new State(code, null, null, s.inspection(), s.restocked(), null);
                case ReturnState.Settled s -> new State(code, s.at(), null, s.inspection(), true, null);
                case ReturnState.Refused s -> new State(code, s.at(), null, null, false, s.reason());
                case ReturnState.Cancelled s ->
                    new State(code, s.at(), null, null, false, s.ending().name());
            };
        }

        ReturnState state() {
            return switch (code) {
                case "REQUESTED" -> new ReturnState.Requested(known(until));
                case "APPROVED" -> new ReturnState.Approved(known(at), known(until));
                case "RECEIVED" -> new ReturnState.Received(known(at), known(until));
                case "INSPECTED" -> new ReturnState.Inspected(known(inspection), restocked);
                case "SETTLED" -> new ReturnState.Settled(known(inspection), known(at));
                case "REFUSED" -> new ReturnState.Refused(known(why), known(at));
                case "CANCELLED" -> new ReturnState.Cancelled(ReturnState.Ending.valueOf(known(why)), known(at));
                default -> throw new IllegalStateException("unknown state of a return: " + code);
            };
        }

        private static <T> T known(@Nullable T part) {
            return Objects.requireNonNull(part);
        }
    }

    static ReturnDocument of(Return r) {
        return new ReturnDocument(
                r.id().value(), r.requestedAt(), r.lines(), r.note(), State.of(r.state()), r.attention(), r.attempts());
    }

    Return goods() {
        return new Return(ReturnId.of(id), requestedAt, lines, note, state.state(), attention, attempts);
    }
}
