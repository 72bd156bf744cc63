package io.niaga.orders.order.mongo;

import io.niaga.orders.order.BrokenPromise;
import io.niaga.orders.order.Cancellation;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.Refusal;
import io.niaga.orders.quote.QuoteId;
import io.niaga.types.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order's state as it is kept: its code and what is true in it.
 *
 * @param at the instant that the state knows, whatever it means there
 */
record StateDocument(
        String code,
        @Nullable Instant at,
        @Nullable Cancellation cancellation,
        @Nullable RefusalDocument refusal,
        BrokenPromise.@Nullable Reason broken) {
    record RefusalDocument(
            OrderProblem problem,
            List<Left> available,
            @Nullable QuoteId fresh) {
        static RefusalDocument of(Refusal refusal) {
            List<Left> left = new ArrayList<>();
            refusal.available().forEach((sku, units) -> left.add(new Left(sku, units)));
            return new RefusalDocument(refusal.problem(), left, refusal.fresh());
        }

        Refusal refusal() {
            Map<Sku, Integer> left = new HashMap<>();
            available.forEach(entry -> left.put(entry.sku(), entry.units()));
            return new Refusal(problem, left, fresh);
        }
    }

    record Left(Sku sku, int units) {}

    static StateDocument of(OrderState state) {
        return switch (state) {
            case OrderState.Placing s -> at(state, s.abandonAt());
            case OrderState.Refusing s -> refused(state, s.refusal());
            case OrderState.Refused s -> refused(state, s.refusal());
            case OrderState.AwaitingPayment s -> at(state, s.payBy());
            case OrderState.Confirmed s -> at(state, s.at());
            case OrderState.InFulfillment s -> at(state, s.since());
            case OrderState.Completed s -> at(state, s.at());
            case OrderState.PromiseFailed s ->
                new StateDocument(
                        state.code(), s.promise().at(), null, null, s.promise().reason());
            case OrderState.Cancelling s -> new StateDocument(state.code(), null, s.cancellation(), null, null);
            case OrderState.Cancelled s -> new StateDocument(state.code(), s.at(), s.cancellation(), null, null);
            case OrderState.Expiring s -> at(state, s.payBy());
            case OrderState.Expired s -> at(state, s.at());
            case OrderState.Reviving s -> at(state, s.since());
        };
    }

    private static StateDocument at(OrderState state, Instant at) {
        return new StateDocument(state.code(), at, null, null, null);
    }

    private static StateDocument refused(OrderState state, Refusal refusal) {
        return new StateDocument(state.code(), null, null, RefusalDocument.of(refusal), null);
    }

    OrderState state() {
        return switch (code) {
            case "PLACING" -> new OrderState.Placing(instant());
            case "REFUSING" -> new OrderState.Refusing(refused());
            case "REFUSED" -> new OrderState.Refused(refused());
            case "AWAITING_PAYMENT" -> new OrderState.AwaitingPayment(instant());
            case "CONFIRMED" -> new OrderState.Confirmed(instant());
            case "IN_FULFILLMENT" -> new OrderState.InFulfillment(instant());
            case "COMPLETED" -> new OrderState.Completed(instant());
            case "PROMISE_FAILED" ->
                new OrderState.PromiseFailed(new BrokenPromise(Objects.requireNonNull(broken), instant()));
            case "CANCELLING" -> new OrderState.Cancelling(Objects.requireNonNull(cancellation));
            case "CANCELLED" -> new OrderState.Cancelled(Objects.requireNonNull(cancellation), instant());
            case "EXPIRING" -> new OrderState.Expiring(instant());
            case "EXPIRED" -> new OrderState.Expired(instant());
            case "REVIVING" -> new OrderState.Reviving(instant());
            default -> throw new IllegalStateException("unknown state of an order: " + code);
        };
    }

    private Instant instant() {
        return Objects.requireNonNull(at);
    }

    private Refusal refused() {
        return Objects.requireNonNull(refusal).refusal();
    }
}
