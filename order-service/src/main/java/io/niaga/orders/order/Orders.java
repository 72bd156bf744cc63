package io.niaga.orders.order;

import io.niaga.orders.cart.CartId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where orders are kept. */
public interface Orders {
    /**
     * The order as kept; empty when it, or another one with its number, is there already, or one of its cart that is not
     * refused. Of two at the same moment one is kept.
     */
    Optional<Order> insert(Order order, Instant due);

    Optional<Order> byId(OrderId id);

    Optional<Order> byNumber(OrderNumber number);

    /** What was made of a cart, or is being made; refused ones do not count. */
    Optional<Order> ofCart(CartId cart);

    /**
     * Saves a changed order together with what it tells, and when it is due again (null: never).
     *
     * @return the order as saved; empty when somebody else changed it since it was loaded, and nothing was written
     */
    Optional<Order> save(Order order, @Nullable Instant due);

    /** Sets when the process looks at the order again, if nobody changed it meanwhile. */
    void postpone(Order order, Instant due);

    /** Ids of orders that are due, the longest overdue first. */
    List<OrderId> due(Instant now, int limit);

    /** Takes a due order for whoever calls, until then; empty when another was faster. */
    Optional<Order> claim(OrderId id, Instant now, Instant until);

    /** How many orders are due, and since when the oldest is. */
    Backlog backlog(Instant now);

    /** @param oldest null when nothing is due */
    record Backlog(long due, @Nullable Instant oldest) {}
}
