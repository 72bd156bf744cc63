package io.niaga.orders.order;

import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Has a letter written to whoever bought an order without an account and lost its token: with a new one, to the mail address
 * of the order and to no other. Says to nobody whether there is such an order.
 */
@UseCase
public final class AskForAccess {
    private static final int TRIES = 5;

    private final Orders orders;
    private final Clock clock;
    private final Duration lease;

    /** @param lease when an order with open work is due again, as after any other write */
    public AskForAccess(Orders orders, Clock clock, Duration lease) {
        this.orders = orders;
        this.clock = clock;
        this.lease = lease;
    }

    /** @param email as the buyer wrote it, in small letters or capitals */
    public void ask(OrderNumber number, String email) {
        Instant now = clock.instant();
        for (int i = 0; i < TRIES; i++) {
            Order order = orders.byNumber(number).orElse(null);
            if (order == null || !isBuyer(order, email)) {
                return;
            }
            order.askAccess(now);
            if (!order.isChanged() || isSaved(order, now)) {
                return;
            }
        }
    }

    private boolean isSaved(Order order, Instant now) {
        return orders.save(order, order.dueAfter(now.plus(lease)).orElse(null)).isPresent();
    }

    private static boolean isBuyer(Order order, String email) {
        return order.state().isListed()
                && order.terms().buyer().isGuest()
                && order.terms()
                        .contact()
                        .email()
                        .toLowerCase(Locale.ROOT)
                        .equals(email.strip().toLowerCase(Locale.ROOT));
    }
}
