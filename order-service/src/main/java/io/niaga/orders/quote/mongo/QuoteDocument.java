package io.niaga.orders.quote.mongo;

import io.niaga.orders.cart.Buyer;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.Notice;
import io.niaga.orders.offer.Storefront;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.QuoteId;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.orders.quote.ShippingOption;
import io.niaga.orders.quote.Totals;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quote as it is kept. */
record QuoteDocument(
        String id,
        int schemaVersion,
        CartId cart,
        @Nullable UserId customerId,
        Storefront storefront,
        String language,
        Address address,
        @Nullable String couponCode,
        List<QuoteLine> lines,
        List<ShippingOption> options,
        String shippingOptionId,
        Totals totals,
        List<Notice> notices,
        Instant createdAt,
        Instant validUntil) {
    private static final int SCHEMA = 1;

    static QuoteDocument of(Quote q) {
        return new QuoteDocument(
                q.id().value(),
                SCHEMA,
                q.cart(),
                q.buyer().account(),
                q.storefront(),
                q.language(),
                q.address(),
                q.couponCode(),
                q.lines(),
                q.options(),
                q.shipping().optionId(),
                q.totals(),
                q.notices(),
                q.createdAt(),
                q.validUntil());
    }

    Quote quote() {
        ShippingOption shipping = options.stream()
                .filter(option -> option.optionId().equals(shippingOptionId))
                .findFirst()
                .orElseThrow();
        return new Quote(
                QuoteId.of(id),
                cart,
                new Buyer(customerId),
                storefront,
                language,
                address,
                couponCode,
                lines,
                options,
                shipping,
                totals,
                notices,
                createdAt,
                validUntil);
    }
}
