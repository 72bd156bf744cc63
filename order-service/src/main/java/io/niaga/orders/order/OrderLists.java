package io.niaga.orders.order;

import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of placed orders, newest first; and of what changed, in the order of the changes. */
public interface OrderLists {
    /**
     * How old a change is when it is listed: longer than clocks of replicas differ and a write takes, so that none appears before
     * one that somebody has read already.
     */
    Duration SETTLED = Duration.ofSeconds(10);

    Found ofCustomer(UserId customer, Filter filter, Slice slice);

    Found ofStore(StoreId store, Filter filter, Slice slice);

    /** A store's orders whose last change lies in that period, the earliest first. */
    Found changed(StoreId store, Period period, Slice slice);

    /**
     * Which ones.
     *
     * @param state null: in any state
     * @param number null: whatever their numbers; one order has it
     */
    record Filter(@Nullable String state, @Nullable OrderNumber number, Period placed) {
        public static final Filter NONE = new Filter(null, null, Period.ALWAYS);

        public boolean admits(Order order) {
            return (state == null || state.equals(order.state().code()))
                    && (number == null || number.equals(order.number()))
                    && placed.holds(order.terms().placedAt());
        }
    }

    /** From one instant to another, both included; an end that is null is open. */
    record Period(@Nullable Instant from, @Nullable Instant to) {
        public static final Period ALWAYS = new Period(null, null);

        boolean holds(Instant at) {
            return (from == null || !at.isBefore(from)) && (to == null || !at.isAfter(to));
        }
    }

    /** @param after where the page before ended, null for the first page */
    record Slice(int limit, @Nullable Position after) {}

    /** An order's place in a list: by when it was placed, or changed. */
    record Position(Instant at, OrderId id) {
        /** Whether it comes after the other, the newest first. */
        public boolean isBehind(Position other) {
            int older = other.at().compareTo(at);
            return older > 0 || (older == 0 && id.value().compareTo(other.id().value()) < 0);
        }
    }

    /** One page; {@code next} is where it ended, null on the last page. */
    record Found(List<Order> orders, @Nullable Position next) {
        public Found {
            orders = List.copyOf(orders);
        }
    }
}
