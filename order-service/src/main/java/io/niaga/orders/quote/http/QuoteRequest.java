package io.niaga.orders.quote.http;

import io.niaga.orders.cart.CartId;
import io.niaga.orders.quote.QuoteTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a quote is asked for.
 *
 * @param shippingOptionId left out: the cheapest
 */
record QuoteRequest(
        @Pattern(regexp = "crt_[0-7][0-9a-hjkmnp-tv-z]{25}") String cartId,
        @Valid AddressJson shippingAddress,
        @Size(max = 64) @Nullable String shippingOptionId,

        @Size(min = 1, max = 40) @Pattern(regexp = "[A-Za-z0-9_-]*") @Nullable
        String couponCode,

        @Min(0) @Max(1_000_000_000) @Nullable Integer usePoints) {
    CartId cart() {
        return CartId.of(cartId);
    }

    int points() {
        return usePoints == null ? 0 : usePoints;
    }

    QuoteTerms terms(String language) {
        return new QuoteTerms(shippingAddress.address(), shippingOptionId, couponCode, language);
    }
}
