package io.niaga.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.orders.cart.Buyer;
import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.Carts;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.QuoteId;
import io.niaga.orders.quote.Quotes;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody comes back for does not stay: quotes have addresses in them. */
@NiagaIT
class ForgettingIT {
    private static final Duration MOMENT = Duration.ofMinutes(1);

    @Autowired
    Carts carts;

    @Autowired
    Quotes quotes;

    @Autowired
    OrdersSchedule schedule;

    @Autowired
    FakeClock clock;

    @Autowired
    MeterRegistry meters;

    @Test
    void a_quote_is_forgotten_after_a_month() {
        Instant monthAgo = clock.instant().minus(Quote.KEPT);
        QuoteId old = quoted(monthAgo.minus(MOMENT));
        QuoteId younger = quoted(monthAgo.plus(MOMENT));
        double before = forgotten("quote");

        schedule.forget();

        assertThat(quotes.byId(old)).isEmpty();
        assertThat(quotes.byId(younger)).isPresent();
        assertThat(forgotten("quote") - before).isEqualTo(1);
    }

    @Test
    void a_cart_is_forgotten_three_months_after_its_last_change() {
        Instant longAgo = clock.instant().minus(Cart.KEPT);
        CartId untouched = opened(longAgo.minus(MOMENT.multipliedBy(2)), longAgo.minus(MOMENT));
        CartId used = opened(longAgo.minus(MOMENT), longAgo.plus(MOMENT));
        CartId younger = opened(longAgo.plus(MOMENT), longAgo.plus(MOMENT));
        double before = forgotten("cart");

        schedule.forget();

        assertThat(carts.byId(untouched)).isEmpty();
        assertThat(carts.byId(used)).isPresent();
        assertThat(carts.byId(younger)).isPresent();
        assertThat(forgotten("cart") - before).isEqualTo(1);
    }

    private double forgotten(String what) {
        return meters.counter("niaga.orders.forgotten", "what", what).count();
    }

    private CartId opened(Instant at, Instant changed) {
        CartId id = CartId.of(TypeId.earliest(CartId.PREFIX, at).toString());
        Cart.Shop shop = new Cart.Shop(Samples.STORE, true, Currency.getInstance("IDR"));
        carts.insert(Cart.open(id, new Buyer(null), shop, changed));
        return id;
    }

    private QuoteId quoted(Instant at) {
        QuoteId id = QuoteId.of(TypeId.earliest(QuoteId.PREFIX, at).toString());
        Quote like = Samples.quote(1, null);
        quotes.insert(new Quote(
                id,
                like.cart(),
                like.buyer(),
                like.storefront(),
                like.language(),
                like.address(),
                like.couponCode(),
                like.lines(),
                like.options(),
                like.shipping(),
                like.totals(),
                like.notices(),
                at,
                at.plus(MOMENT)));
        return id;
    }
}
