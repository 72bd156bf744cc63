package io.niaga.orders.order;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;

/** Shows orders to those who may see them: one by id, a buyer's own, a store's. */
@UseCase
public final class ShowOrder {
    private final Orders orders;
    private final OrderLists lists;
    private final OrderAccess access;
    private final Permissions permissions;

    public ShowOrder(Orders orders, OrderLists lists, OrderAccess access) {
        this.orders = orders;
        this.lists = lists;
        this.access = access;
        this.permissions = access.permissions();
    }

    /** An order and whether its contact and address may be seen. */
    public record Shown(Order order, boolean personal) {}

    public Shown show(Actor actor, OrderId id) {
        return shown(actor, access.require(actor, OrderAccess.READ, orders, id));
    }

    public OrderLists.Found own(Actor actor, OrderLists.Filter filter, OrderLists.Slice slice) {
        return actor.person()
                .map(person -> lists.ofCustomer(person, filter, slice))
                .orElseThrow(() -> actor instanceof Actor.Guest
                        ? CommonProblem.UNAUTHENTICATED.now()
                        : CommonProblem.FORBIDDEN.with("action", OrderAccess.READ));
    }

    public OrderLists.Found ofStore(Actor actor, StoreId store, OrderLists.Filter filter, OrderLists.Slice slice) {
        permissions.require(actor, OrderAccess.READ, store);
        return lists.ofStore(store, filter, slice);
    }

    /** For services of this platform: they asked by the order's id and are trusted with its contact. */
    public Order contact(OrderId id) {
        return orders.byId(id).orElseThrow(OrderProblem.ORDER_UNKNOWN::now);
    }

    public Shown shown(Actor actor, Order order) {
        return new Shown(order, access.allows(actor, OrderAccess.READ_CONTACT, order));
    }
}
