package io.niaga.orders;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.Carts;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.Quotes;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets what nobody comes back for: carts, and quotes with the addresses of people who may never have ordered. */
final class OrdersSchedule {
    private final Carts carts;
    private final Quotes quotes;
    private final Clock clock;
    private final Counter forgottenCarts;
    private final Counter forgottenQuotes;

    OrdersSchedule(Carts carts, Quotes quotes, Clock clock, MeterRegistry meters) {
        this.carts = carts;
        this.quotes = quotes;
        this.clock = clock;
        this.forgottenCarts = forgotten("cart", meters);
        this.forgottenQuotes = forgotten("quote", meters);
    }

    private static Counter forgotten(String what, MeterRegistry meters) {
        return Counter.builder("niaga.orders.forgotten")
                .description("Old carts and quotes that were removed")
                .tag("what", what)
                .register(meters);
    }

    /** Every replica does it; what one has removed the others do not find. */
    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        Instant now = clock.instant();
        forgottenCarts.increment((double) carts.forgetUnchangedSince(now.minus(Cart.KEPT)));
        forgottenQuotes.increment((double) quotes.forgetMadeBefore(now.minus(Quote.KEPT)));
    }
}
