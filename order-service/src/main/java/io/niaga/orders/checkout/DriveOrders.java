package io.niaga.orders.checkout;

import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.Orders;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Finds orders whose time has come, or whose work somebody left unfinished, and has them advanced. */
@UseCase
public final class DriveOrders {
    private static final int BATCH = 50;

    private final Orders orders;
    private final Later later;
    private final CheckoutWatch watch;
    private final Clock clock;
    private final Duration lease;

    public DriveOrders(Orders orders, Later later, CheckoutWatch watch, Clock clock, Duration lease) {
        this.orders = orders;
        this.later = later;
        this.watch = watch;
        this.clock = clock;
        this.lease = lease;
    }

    /** One round; how many were found. */
    public int round() {
        Instant now = clock.instant();
        List<OrderId> due = orders.due(now, BATCH);
        for (OrderId id : due) {
            orders.claim(id, now, now.plus(lease)).ifPresent(later::advance);
        }
        watch.backlog(due.isEmpty() ? new Orders.Backlog(0, null) : orders.backlog(now));
        return due.size();
    }
}
