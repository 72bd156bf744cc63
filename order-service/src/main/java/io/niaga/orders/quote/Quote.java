package io.niaga.orders.quote;

import io.niaga.orders.cart.Buyer;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.Notice;
import io.niaga.orders.offer.Storefront;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price, tax, shipping and delivery promise that holds until {@code validUntil}. Never changes; that it was used is told by
 * the order that has its bits.
 *
 * @param shipping the chosen one of {@code options}
 */
public record Quote(
        QuoteId id,
        CartId cart,
        Buyer buyer,
        Storefront storefront,
        String language,
        Address address,
        @Nullable String couponCode,
        List<QuoteLine> lines,
        List<ShippingOption> options,
        ShippingOption shipping,
        Totals totals,
        List<Notice> notices,
        Instant createdAt,
        Instant validUntil) {
    /** How long a quote is kept: whoever asks again finds it, disputes are settled, and then its address is forgotten. */
    public static final Duration KEPT = Duration.ofDays(30);

    public Quote {
        lines = List.copyOf(lines);
        options = List.copyOf(options);
        notices = List.copyOf(notices);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(validUntil);
    }
}
