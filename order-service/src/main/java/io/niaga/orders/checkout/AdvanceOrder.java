package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.Step;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Does an order's unfinished work: step by step, each decision written before it is acted on. Whoever holds the order may do
 * it, twice at the same time too: steps are idempotent, fences keep the late one out, and writes meet at the version.
 */
@UseCase
public final class AdvanceOrder {
    /** More than any plan has, so that a defect cannot spin. */
    private static final int MOST_STEPS = 32;

    private static final int MOST_DOUBLINGS = 6;

    private final Orders orders;
    private final Steps steps;
    private final CheckoutWatch watch;
    private final Clock clock;
    private final Duration lease;

    public AdvanceOrder(Orders orders, Steps steps, CheckoutWatch watch, Clock clock, Duration lease) {
        this.orders = orders;
        this.steps = steps;
        this.watch = watch;
        this.clock = clock;
        this.lease = lease;
    }

    /** The order as it is when nothing more can be done now: settled, waiting, or with a step whose outcome is unknown. */
    public Order advance(Order order) {
        Order current = order;
        CheckoutProcess.on(current, new Fact.TimePassed(), clock.instant());
        for (int i = 0; i < MOST_STEPS; i++) {
            Optional<Step> next = current.work().next();
            boolean write = next.isEmpty() || (current.isDecided() && next.get().isCommand());
            if (write && current.isChanged()) {
                current = write(current);
                continue;
            }
            if (next.isEmpty()) {
                return current;
            }
            try {
                CheckoutProcess.on(current, steps.perform(next.get(), current), clock.instant());
            } catch (OutcomeUnknown unknown) {
                return later(current, next.get(), unknown);
            }
        }
        return current;
    }

    /** Writes what was decided; when somebody else was faster, what they wrote counts. */
    Order write(Order order) {
        return write(order, clock.instant().plus(lease));
    }

    /** @param lease when it is due again if work is open then */
    private Order write(Order order, Instant lease) {
        Optional<Order> saved = orders.save(order, order.dueAfter(lease).orElse(null));
        saved.ifPresent(_ -> watch.saved(order));
        return saved.orElseGet(() -> reload(order.id()));
    }

    private Order reload(OrderId id) {
        return orders.byId(id).orElseThrow(() -> new IllegalStateException("an order is gone: " + id));
    }

    private Order later(Order order, Step step, OutcomeUnknown why) {
        order.failed();
        int attempts = order.work().attempts();
        watch.unknown(order, step, why);
        Instant due = clock.instant().plus(Duration.ofSeconds(1L << Math.min(attempts - 1, MOST_DOUBLINGS)));
        if (order.isChanged()) {
            // What was done is kept, so that the next round begins here and counts on.
            return write(order, due);
        }
        orders.postpone(order, due);
        return order;
    }
}
