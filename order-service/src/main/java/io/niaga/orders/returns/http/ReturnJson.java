package io.niaga.orders.returns.http;

import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnState;
import io.niaga.orders.returns.ShowReturns;
import io.niaga.service.openapi.Among;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A return as the API shows it.
 *
 * @param dueBy when the time changes something about it, or somebody is called
 * @param attention why a person has to look at it
 */
record ReturnJson(
        String id,
        String orderId,
        String orderNumber,
        StoreId storeId,
        @Nullable UserId customerId,
        @Among(ReturnState.class) String state,
        Instant requestedAt,
        @Nullable Instant dueBy,
        List<Line> lines,
        @Nullable String note,
        @Nullable Refused refusal,
        @Nullable Ended cancellation,
        @Nullable Refund refund,
        @Nullable Attention attention) {
    /** Units of one line of the order; what was found in the parcel once it was inspected. */
    record Line(
            int line,
            Sku sku,
            String name,
            int quantity,
            Return.Reason reason,
            @Nullable Found found) {
        static Line of(Order order, Return goods, Return.Line line) {
            String name = order.terms().lines().get(line.line() - 1).offer().name();
            Found found = goods.inspection().stream()
                    .flatMap(i -> i.lines().stream())
                    .filter(f -> f.line() == line.line())
                    .map(Found::of)
                    .findFirst()
                    .orElse(null);
            return new Line(line.line(), line.sku(), name, line.quantity(), line.reason(), found);
        }
    }

    /** What was found, and what goes back for it: {@code tax} is included in {@code refund}. */
    record Found(int resellable, int damaged, int missing, int refundedUnits, Money refund, Money tax) {
        static Found of(Inspection.Found f) {
            return new Found(f.resellable(), f.damaged(), f.missing(), f.units(), f.refund(), f.tax());
        }
    }

    /** Why the store did not take it. */
    record Refused(String reason, Instant at) {}

    /** Why it came to nothing. */
    record Ended(ReturnState.Ending reason, Instant at) {}

    /** What goes back: {@code amount = goods + shipping}, {@code tax} included; {@code state} once payment was asked. */
    record Refund(
            String id,
            @Nullable @Among(Repayment.State.class) String state,
            Money amount,
            Money goods,
            Money shipping,
            Money tax) {
        static Refund of(Order order, Return goods, Inspection.Worth worth) {
            String id = goods.id().refund();
            String state = order.payment().repayment(id).map(Repayment::state).orElse(null);
            return new Refund(id, state, worth.total(), worth.goods(), worth.shipping(), worth.tax());
        }
    }

    /** That a person has to look at it. */
    record Attention(Return.Attention.Cause reason, Instant since) {}

    static ReturnJson of(ShowReturns.Shown shown) {
        Order order = shown.order();
        Return goods = shown.goods();
        Return.Attention attention = goods.attention();
        Optional<Inspection> inspection = goods.inspection();
        return new ReturnJson(
                goods.id().value(),
                order.id().value(),
                order.number().value(),
                order.terms().storefront().store(),
                order.terms().buyer().account(),
                goods.state().code(),
                goods.requestedAt(),
                goods.deadline().orElse(null),
                goods.lines().stream().map(line -> Line.of(order, goods, line)).toList(),
                goods.note(),
                goods.state() instanceof ReturnState.Refused s ? new Refused(s.reason(), s.at()) : null,
                goods.state() instanceof ReturnState.Cancelled s ? new Ended(s.ending(), s.at()) : null,
                inspection.map(i -> Refund.of(order, goods, i.worth())).orElse(null),
                attention == null ? null : new Attention(attention.cause(), attention.since()));
    }
}
