package io.niaga.orders.quote;

import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks a quote for, besides the lines.
 *
 * @param shippingOptionId null: the cheapest
 */
public record QuoteTerms(
        Address address,
        @Nullable String shippingOptionId,
        @Nullable String couponCode,
        String language) {
    QuoteTerms withoutCoupon() {
        return new QuoteTerms(address, shippingOptionId, null, language);
    }

    QuoteTerms cheapest() {
        return new QuoteTerms(address, null, couponCode, language);
    }
}
