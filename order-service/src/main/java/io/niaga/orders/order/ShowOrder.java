package io.niaga.orders.order;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;

/** Shows orders to those who may see them: one by id, a buyer's own, a store's. */
@UseCase
public final class ShowOrder {
    private final Orders orders;
    private final OrderLists lists;
    private final OrderAccess access;
    private final Permissions permissions;
    private final Clock clock;

    public ShowOrder(Orders orders, OrderLists lists, OrderAccess access, Clock clock) {
        this.orders = orders;
        this.lists = lists;
        this.access = access;
        this.permissions = access.permissions();
        this.clock = clock;
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

    /** What changed in a store since then, as far as nothing earlier can appear any more. */
    public OrderLists.Found changes(Actor actor, StoreId store, Instant since, OrderLists.Slice slice) {
        permissions.require(actor, OrderAccess.READ, store);
        Instant until = clock.instant().minus(OrderLists.SETTLED);
        return lists.changed(store, new OrderLists.Period(since, until), slice);
    }

    /** For services of this platform: they asked by the order's id and are trusted with its contact. */
    public Order contact(OrderId id) {
        return orders.byId(id).orElseThrow(OrderProblem.ORDER_UNKNOWN::now);
    }

    public Shown shown(Actor actor, Order order) {
        return new Shown(order, access.allows(actor, OrderAccess.READ_CONTACT, order));
    }
}
