package io.niaga.orders.order;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows orders to those who may see them: one by id, a buyer's own, a store's. */
@UseCase
public final class ShowOrder {
    private final Orders orders;
    private final OrderLists lists;
    private final OrderAccess access;
    private final Permissions permissions;
    private final Duration window;
    private final Clock clock;

    /** @param window after the delivery, to ask for a return */
    public ShowOrder(Orders orders, OrderLists lists, OrderAccess access, Duration window, Clock clock) {
        this.orders = orders;
        this.lists = lists;
        this.access = access;
        this.permissions = access.permissions();
        this.window = window;
        this.clock = clock;
    }

    /**
     * An order at a moment.
     *
     * @param personal whether its contact and address may be seen
     * @param returnableUntil null when its goods have not arrived
     */
    public record Shown(
            Order order, boolean personal, @Nullable Instant returnableUntil, Instant at) {
        public boolean isReturnable() {
            return returnableUntil != null && at.isBefore(returnableUntil);
        }
    }

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
        return shown(order, access.allows(actor, OrderAccess.READ_CONTACT, order));
    }

    /** To whoever placed it. */
    public Shown placed(Order order) {
        return shown(order, true);
    }

    private Shown shown(Order order, boolean personal) {
        return new Shown(order, personal, order.returnableUntil(window).orElse(null), clock.instant());
    }
}
