package io.niaga.orders.order;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.UserId;
import java.util.Optional;

/** Who may do what with an order: its buyer, whoever holds its token, the store's staff by the permission table. */
public record OrderAccess(Permissions permissions) {
    public static final String READ = "order:read";
    public static final String READ_CONTACT = "order:read-contact";
    public static final String CANCEL = "order:cancel";
    public static final String EDIT = "order:edit";

    public boolean allows(Actor actor, String action, Order order) {
        return owns(actor, order)
                || permissions.allows(
                        actor,
                        action,
                        Optional.of(order.terms().storefront().store()),
                        order.terms().buyer().person());
    }

    /** Whether it is the actor's own, rather than one they work on. */
    public boolean owns(Actor actor, Order order) {
        Optional<UserId> account = order.terms().buyer().person();
        return actor.holds(order.id().typeId())
                || (account.isPresent() && actor instanceof Actor.Person && account.equals(actor.person()));
    }

    /** An order that may not be read is not there; one that may be read, but not that, is forbidden. */
    public Order require(Actor actor, String action, Orders orders, OrderId id) {
        Order order = orders.byId(id).filter(o -> allows(actor, READ, o)).orElseThrow(OrderProblem.ORDER_UNKNOWN::now);
        if (!allows(actor, action, order)) {
            throw CommonProblem.FORBIDDEN.with("action", action);
        }
        return order;
    }
}
