package io.niaga.orders.returns;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderAccess;
import io.niaga.orders.order.OrderProblem;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import java.util.Optional;

/** Who may do what with a return: its order's buyer asks, sees and calls off; the staff, by the table. */
public record ReturnAccess(OrderAccess orders) {
    public static final String READ = "return:read";
    public static final String REQUEST = "return:request";
    public static final String CANCEL = "return:cancel";
    public static final String DECIDE = "return:decide";
    public static final String RECEIVE = "return:receive";
    public static final String SETTLE = "return:settle";

    Permissions permissions() {
        return orders.permissions();
    }

    boolean owns(Actor actor, Order order) {
        return orders.owns(actor, order);
    }

    boolean allows(Actor actor, String action, Order order) {
        boolean buyers = action.equals(READ) || action.equals(REQUEST) || action.equals(CANCEL);
        if (buyers && owns(actor, order)) {
            return true;
        }
        return permissions()
                .allows(
                        actor,
                        action,
                        Optional.of(order.terms().storefront().store()),
                        buyers ? order.terms().buyer().person() : Optional.empty());
    }

    /** Before there is a return, the order is what may be read or not: one that is seen is never said to be unknown. */
    void requireRequest(Actor actor, Order order) {
        if (!orders.allows(actor, OrderAccess.READ, order)) {
            throw OrderProblem.ORDER_UNKNOWN.now();
        }
        if (!allows(actor, REQUEST, order)) {
            throw CommonProblem.FORBIDDEN.with("action", REQUEST);
        }
    }

    /** A return that may not be read is not there; one that may be read, but not that, is forbidden. */
    void require(Actor actor, String action, Order order) {
        if (!allows(actor, READ, order)) {
            throw ReturnProblem.RETURN_UNKNOWN.now();
        }
        if (!allows(actor, action, order)) {
            throw CommonProblem.FORBIDDEN.with("action", action);
        }
    }
}
