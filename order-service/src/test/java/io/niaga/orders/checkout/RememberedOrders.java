package io.niaga.orders.checkout;

import io.niaga.orders.cart.CartId;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderEvent;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderMemory;
import io.niaga.orders.order.OrderNumber;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.Work;
import io.niaga.types.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders in memory, with versions as the database keeps them; every write may be the one that a crash follows or prevents. */
public final class RememberedOrders implements Orders {
    private final Map<OrderId, OrderMemory> kept = new HashMap<>();
    private final Map<OrderId, Instant> due = new HashMap<>();
    private final Chaos chaos;
    public final List<OrderEvent> told = new ArrayList<>();
    int writes;

    public RememberedOrders(Chaos chaos) {
        this.chaos = chaos;
    }

    @Override
    public Optional<Order> insert(Order order, Instant when) {
        chaos.moment();
        boolean taken =
                !order.state().isRefused() && ofCart(order.terms().cart()).isPresent();
        if (taken || kept.containsKey(order.id())) {
            return Optional.empty();
        }
        return Optional.of(write(order, when, 1));
    }

    @Override
    public Optional<Order> ofCart(CartId cart) {
        return kept.values().stream()
                .filter(m -> m.terms().cart().equals(cart) && !m.state().isRefused())
                .findFirst()
                .map(Order::restore);
    }

    @Override
    public Optional<Order> byId(OrderId id) {
        return Optional.ofNullable(kept.get(id)).map(Order::restore);
    }

    @Override
    public Optional<Order> byNumber(OrderNumber number) {
        return kept.values().stream()
                .filter(m -> m.number().equals(number))
                .findFirst()
                .map(Order::restore);
    }

    @Override
    public Optional<Order> save(Order order, @Nullable Instant when) {
        chaos.moment();
        OrderMemory there = kept.get(order.id());
        if (there == null || there.revision().version() != order.revision().version()) {
            return Optional.empty();
        }
        return Optional.of(write(order, when, there.revision().version() + 1));
    }

    /** When it is looked at again. */
    Instant dueAt(OrderId id) {
        return due.get(id);
    }

    private Order write(Order order, @Nullable Instant when, long version) {
        OrderMemory next = order.memory(order.changedAt(), new Revision(version, 0, true));
        kept.put(order.id(), next);
        told.addAll(order.news());
        writes++;
        schedule(order.id(), when);
        chaos.moment();
        return Order.restore(next);
    }

    private void schedule(OrderId id, @Nullable Instant when) {
        if (when == null) {
            due.remove(id);
        } else {
            due.put(id, when);
        }
    }

    @Override
    public void postpone(Order order, Instant when) {
        OrderMemory there = kept.get(order.id());
        if (there.revision().version() == order.revision().version()) {
            Work open = there.work();
            kept.put(
                    order.id(),
                    with(there, new Work(open.fence(), open.open(), order.work().attempts())));
            due.put(order.id(), when);
        }
    }

    private static OrderMemory with(OrderMemory m, Work work) {
        return new OrderMemory(
                m.id(),
                m.number(),
                m.terms(),
                m.state(),
                work,
                m.payment(),
                m.fulfillment(),
                m.destination(),
                m.returns(),
                m.letters(),
                m.timeline(),
                m.heard(),
                m.changedAt(),
                m.revision());
    }

    @Override
    public List<OrderId> due(Instant now, int limit) {
        return due.entrySet().stream()
                .filter(e -> !e.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Order> claim(OrderId id, Instant now, Instant until) {
        Instant when = due.get(id);
        if (when == null || when.isAfter(now)) {
            return Optional.empty();
        }
        due.put(id, until);
        return byId(id);
    }

    @Override
    public Backlog backlog(Instant now) {
        return new Backlog(
                due(now, 100).size(),
                due.values().stream().min(Comparator.naturalOrder()).orElse(null));
    }
}
