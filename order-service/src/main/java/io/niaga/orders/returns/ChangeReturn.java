package io.niaga.orders.returns;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.ReturnId;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.util.Optional;

/** Takes somebody's word about a return: approved, refused, arrived, inspected, called off, settled. */
@UseCase
public final class ChangeReturn {
    private static final int TRIES = 10;

    private final Orders orders;
    private final ReturnLists lists;
    private final ReturnAccess access;
    private final ReturnProcess process;
    private final AdvanceReturns advance;

    public ChangeReturn(
            Orders orders, ReturnLists lists, ReturnAccess access, ReturnProcess process, AdvanceReturns advance) {
        this.orders = orders;
        this.lists = lists;
        this.access = access;
        this.process = process;
        this.advance = advance;
    }

    /** The return's order, as far as it can be brought now: with a step open when somebody who is needed does not answer. */
    public Order change(ReturnId id, ReturnFact.Word word) {
        OrderId owner = lists.orderOf(id).orElseThrow(ReturnProblem.RETURN_UNKNOWN::now);
        for (int i = 0; i < TRIES; i++) {
            Order order = orders.byId(owner)
                    .filter(o -> o.returns().of(id).isPresent())
                    .orElseThrow(ReturnProblem.RETURN_UNKNOWN::now);
            access.require(word.actor(), action(word), order);
            process.on(order, id, own(word, order), advance.now());
            Optional<Order> saved = order.isChanged() ? advance.save(order) : Optional.of(order);
            if (saved.isPresent()) {
                return advance.advance(saved.get());
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private static String action(ReturnFact.Word word) {
        return switch (word) {
            case ReturnFact.Approved _, ReturnFact.Refused _ -> ReturnAccess.DECIDE;
            case ReturnFact.ParcelReceived _, ReturnFact.GoodsInspected _ -> ReturnAccess.RECEIVE;
            case ReturnFact.CalledOff _ -> ReturnAccess.CANCEL;
            case ReturnFact.SettlementAgreed _ -> ReturnAccess.SETTLE;
        };
    }

    private ReturnFact.Word own(ReturnFact.Word word, Order order) {
        return word instanceof ReturnFact.CalledOff w
                ? new ReturnFact.CalledOff(w.actor(), !access.owns(w.actor(), order))
                : word;
    }
}
