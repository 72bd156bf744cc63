package io.niaga.orders.quote.http;

import io.niaga.orders.cart.http.CartJson;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.ShippingOption;
import io.niaga.orders.quote.ShowQuote;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quote as the API shows it. */
public record QuoteJson(
        String id,
        String cartId,
        StoreId storeId,
        ShowQuote.State state,
        Instant createdAt,
        Instant validUntil,
        String currency,
        boolean taxIncluded,
        List<QuoteLineJson> items,
        List<Option> shippingOptions,
        String shippingOptionId,
        Instant promisedBy,
        AddressJson shippingAddress,
        @Nullable String couponCode,
        TotalsJson totals,
        List<CartJson.Problem> problems) {
    /** A way to ship. */
    public record Option(String id, String carrier, String service, Money price, Instant promisedBy) {
        static Option of(ShippingOption option) {
            return new Option(
                    option.optionId(), option.carrier(), option.service(), option.price(), option.promisedBy());
        }
    }

    public static QuoteJson of(Quote quote, ShowQuote.State state) {
        StoreId store = quote.storefront().store();
        return new QuoteJson(
                quote.id().value(),
                quote.cart().value(),
                store,
                state,
                quote.createdAt(),
                quote.validUntil(),
                quote.storefront().currency().getCurrencyCode(),
                quote.storefront().taxIncluded(),
                quote.lines().stream()
                        .map(line -> QuoteLineJson.of(line, store))
                        .toList(),
                quote.options().stream().map(Option::of).toList(),
                quote.shipping().optionId(),
                quote.shipping().promisedBy(),
                AddressJson.of(quote.address()),
                quote.couponCode(),
                TotalsJson.of(quote.totals()),
                quote.notices().stream().map(CartJson.Problem::of).toList());
    }
}
