package io.niaga.orders.checkout;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.Orders;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Takes in what another service told about an order: remembered once, in the order, which is then due. Calls nobody. */
@UseCase
public final class HearNews {
    private static final int TRIES = 20;

    private final Orders orders;
    private final Later later;
    private final CheckoutWatch watch;
    private final Clock clock;
    private final Duration lease;

    public HearNews(Orders orders, Later later, CheckoutWatch watch, Clock clock, Duration lease) {
        this.orders = orders;
        this.later = later;
        this.watch = watch;
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * Where news comes from.
     *
     * @param key the telling aggregate; its sequence rises
     */
    public record Source(String key, long sequence) {}

    /** False when it was known already, or is about an order that is not here. */
    public boolean hear(OrderId id, Fact.Heard fact, Source source) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Order> found = orders.byId(id);
            if (found.isEmpty() || !found.get().hear(source.key(), source.sequence())) {
                return false;
            }
            Order order = found.get();
            CheckoutProcess.on(order, fact, clock.instant());
            Optional<Order> saved = orders.save(
                    order, order.dueAfter(clock.instant().plus(lease)).orElse(null));
            if (saved.isPresent()) {
                watch.saved(order);
                if ((order.isDecided() && !order.work().isDone())
                        || !order.returns().open().isEmpty()) {
                    later.advance(saved.get());
                }
                return true;
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}
