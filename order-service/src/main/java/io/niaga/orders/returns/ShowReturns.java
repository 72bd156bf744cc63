package io.niaga.orders.returns;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.Return;
import io.niaga.orders.order.ReturnId;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows returns to those who may see them: one by id, a buyer's own, a store's. */
@UseCase
public final class ShowReturns {
    private final Orders orders;
    private final ReturnLists lists;
    private final ReturnAccess access;

    public ShowReturns(Orders orders, ReturnLists lists, ReturnAccess access) {
        this.orders = orders;
        this.lists = lists;
        this.access = access;
    }

    /** A return with the order that it is of. */
    public record Shown(Order order, Return goods) {
        public static Shown of(Order order, ReturnId id) {
            return new Shown(order, order.returns().of(id).orElseThrow(ReturnProblem.RETURN_UNKNOWN::now));
        }
    }

    /** One page; {@code next} is where it ended, null on the last page. */
    public record Page(List<Shown> items, ReturnLists.@Nullable Entry next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    public Shown show(Actor actor, ReturnId id) {
        Order order = lists.orderOf(id)
                .flatMap(orders::byId)
                .filter(o -> o.returns().of(id).isPresent())
                .orElseThrow(ReturnProblem.RETURN_UNKNOWN::now);
        access.require(actor, ReturnAccess.READ, order);
        return Shown.of(order, id);
    }

    public Page own(Actor actor, ReturnLists.Filter filter, ReturnLists.Slice slice) {
        return actor.person()
                .map(person -> page(lists.ofCustomer(person, filter, slice)))
                .orElseThrow(() -> actor instanceof Actor.Guest
                        ? CommonProblem.UNAUTHENTICATED.now()
                        : CommonProblem.FORBIDDEN.with("action", ReturnAccess.READ));
    }

    public Page ofStore(Actor actor, StoreId store, ReturnLists.Filter filter, ReturnLists.Slice slice) {
        access.permissions().require(actor, ReturnAccess.READ, store);
        return page(lists.ofStore(store, filter, slice));
    }

    private Page page(ReturnLists.Found found) {
        List<Shown> items = new ArrayList<>();
        for (ReturnLists.Entry entry : found.entries()) {
            orders.byId(entry.order())
                    .ifPresent(order ->
                            order.returns().of(entry.id()).ifPresent(goods -> items.add(new Shown(order, goods))));
        }
        return new Page(items, found.next());
    }
}
