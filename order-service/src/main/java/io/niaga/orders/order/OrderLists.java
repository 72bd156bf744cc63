package io.niaga.orders.order;

import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of placed orders, newest first. */
public interface OrderLists {
    Found ofCustomer(UserId customer, Slice slice);

    /** @param state null: in any state */
    Found ofStore(StoreId store, @Nullable String state, Slice slice);

    /** @param after where the page before ended, null for the first page */
    record Slice(int limit, @Nullable Position after) {}

    /** An order's place in a list. */
    record Position(Instant placedAt, OrderId id) {
        public static Position of(Order order) {
            return new Position(order.terms().placedAt(), order.id());
        }
    }

    /** One page; {@code next} is where it ended, null on the last page. */
    record Found(List<Order> orders, @Nullable Position next) {
        public Found {
            orders = List.copyOf(orders);
        }
    }
}
