package io.niaga.orders.returns;

import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.ReturnId;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which returns there are, newest first. What a return is, its order alone knows; these lists follow it. */
public interface ReturnLists {
    /** Notes whose a return will be, before its order has it; again changes nothing. It is not listed until it is there. */
    void announce(Entry entry);

    /** What the order says about it now; an older word than the last changes nothing. */
    void follow(ReturnId id, String state, boolean attention, long version);

    Optional<OrderId> orderOf(ReturnId id);

    Found ofStore(StoreId store, Filter filter, Slice slice);

    Found ofCustomer(UserId customer, Filter filter, Slice slice);

    /** A return as the lists know it; {@code customer} null: a guest's. */
    record Entry(
            ReturnId id,
            OrderId order,
            StoreId store,
            @Nullable UserId customer,
            Instant requestedAt) {}

    /**
     * Which ones.
     *
     * @param state null: in any state
     * @param attention only those that wait for a person
     */
    record Filter(@Nullable String state, boolean attention) {}

    /** @param after where the page before ended, null for the first page */
    record Slice(int limit, @Nullable Entry after) {}

    /** One page; {@code next} is where it ended, null on the last page. */
    record Found(List<Entry> entries, @Nullable Entry next) {
        public Found {
            entries = List.copyOf(entries);
        }
    }
}
