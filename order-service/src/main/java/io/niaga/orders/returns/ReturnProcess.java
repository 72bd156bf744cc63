package io.niaga.orders.returns;

import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Moment;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.Repayment;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.Return.Attention.Cause;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.order.ReturnState;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.Map;

/**
 * What a return becomes by a fact, and with it what is to be done next ({@link Return#next}). A function of the order, the fact
 * and the time: it calls nobody and keeps nothing.
 */
public record ReturnProcess(ReturnRules rules) {
    public void on(Order order, ReturnId id, ReturnFact fact, Instant now) {
        Return goods = order.returns().of(id).orElseThrow(ReturnProblem.RETURN_UNKNOWN::now);
        switch (fact) {
            case ReturnFact.Word word -> Words.on(new Situation(order, goods, rules, now), word);
            case ReturnFact.Answer answer -> answered(order, goods, answer, now);
            case ReturnFact.TimePassed _ -> timePassed(order, goods, now);
        }
    }

    private static void answered(Order order, Return goods, ReturnFact.Answer answer, Instant now) {
        if (!(goods.state() instanceof ReturnState.Inspected s) || goods.attention() != null) {
            return;
        }
        switch (answer) {
            case ReturnFact.Restocked _ -> {
                if (!s.restocked()) {
                    restocked(order, goods, s.inspection(), now);
                }
            }
            case ReturnFact.RefundSent _ -> {
                if (s.restocked()) {
                    settle(order, goods, s.inspection(), now);
                }
            }
            case ReturnFact.RefundPending _ -> {}
            case ReturnFact.Stuck f -> order.put(goods.waitingForSomebody(f.cause(), now));
        }
    }

    /** Everything is known: what came back is booked first, then the money goes. */
    static void inspected(Order order, Return goods, Inspection inspection, Instant now) {
        order.note(now, Moment.Type.RETURN_INSPECTED, of(goods));
        if (inspection.anythingCameBack()) {
            order.put(goods.in(new ReturnState.Inspected(inspection, false)));
        } else {
            restocked(order, goods, inspection, now);
        }
    }

    static void restocked(Order order, Return goods, Inspection inspection, Instant now) {
        if (inspection.worth().total().isZero()) {
            settle(order, goods, inspection, now);
        } else {
            order.put(goods.in(new ReturnState.Inspected(inspection, true)));
        }
    }

    private static void settle(Order order, Return goods, Inspection inspection, Instant now) {
        move(order, goods.in(new ReturnState.Settled(inspection, now)), Moment.Type.RETURN_SETTLED, now);
    }

    /** A return comes into a state that others are told about. */
    static void move(Order order, Return next, Moment.Type moment, Instant now) {
        order.put(next);
        order.tell(new OrderEvent.ReturnMoved(next, now));
        order.note(now, moment, of(next));
    }

    private static Map<String, String> of(Return goods) {
        return Map.of("returnId", goods.id().value());
    }

    private static void timePassed(Order order, Return goods, Instant now) {
        followTheMoney(order, goods, now);
        if (goods.deadline().filter(deadline -> !now.isBefore(deadline)).isEmpty()) {
            return;
        }
        switch (goods.state()) {
            case ReturnState.Requested _ -> order.put(goods.waitingForSomebody(Cause.UNANSWERED, now));
            case ReturnState.Received _ -> order.put(goods.waitingForSomebody(Cause.NOT_INSPECTED, now));
            case ReturnState.Approved _ -> neverSent(order, goods, now);
            case ReturnState.Inspected _, ReturnState.Settled _ -> {}
            case ReturnState.Refused _, ReturnState.Cancelled _ -> {}
        }
    }

    /** Nothing has come in time: what was to be sent is not refunded, what is claimed never to have come is. */
    private static void neverSent(Order order, Return goods, Instant now) {
        if (goods.lines().stream().allMatch(line -> line.reason().comesBack())) {
            Return next = goods.in(new ReturnState.Cancelled(ReturnState.Ending.NEVER_SENT, now));
            move(order, next, Moment.Type.RETURN_CANCELLED, now);
        } else {
            inspected(order, goods, Findings.nothingCame(order, goods, now), now);
        }
    }

    /** Payment may have told by an event how the refund ended, even after a person was called. */
    private static void followTheMoney(Order order, Return goods, Instant now) {
        if (goods.state() instanceof ReturnState.Inspected s && s.restocked()) {
            Money due = s.inspection().worth().total();
            order.payment()
                    .repayment(goods.id().refund())
                    .filter(Repayment::isDone)
                    .filter(r -> r.amount().equals(due))
                    .ifPresent(_ -> settle(order, goods, s.inspection(), now));
        }
    }
}
