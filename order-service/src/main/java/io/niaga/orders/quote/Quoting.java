package io.niaga.orders.quote;

import io.niaga.orders.cart.Buyer;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.Notice;
import io.niaga.orders.offer.Storefront;
import io.niaga.types.IdSource;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes quotes and keeps them: asks the warehouse for promises, and loyalty only when there is a coupon. */
public final class Quoting {
    private final Promises promises;
    private final Evaluations evaluations;
    private final Quotes quotes;
    private final IdSource ids;
    private final Duration validity;

    public Quoting(Promises promises, Evaluations evaluations, Quotes quotes, IdSource ids, Duration validity) {
        this.promises = promises;
        this.evaluations = evaluations;
        this.quotes = quotes;
        this.ids = ids;
        this.validity = validity;
    }

    /** Whose lines of which cart are quoted, and what is already known about them. */
    record Basket(
            CartId cart, Buyer buyer, Storefront storefront, List<Calculation.Wanted> wanted, List<Notice> notices) {
        /** A guest has no mail address yet; the cart stands for them until they order. */
        String customerKey() {
            return buyer.person().map(Object::toString).orElse(cart.value());
        }
    }

    QuoteId newId() {
        return QuoteId.of(ids.next(QuoteId.PREFIX).toString());
    }

    /** The quote; empty when one of that id was made before, by a request that came no further. */
    Optional<Quote> quote(QuoteId id, Basket basket, QuoteTerms terms, Instant now) {
        Storefront front = basket.storefront();
        if (!front.taxIncluded()) {
            throw QuoteProblem.TAX_MODE_UNAVAILABLE.with(
                    "storeId", front.store().value());
        }
        Promises.Promise promise = promises.promise(front, basket.wanted(), terms.address());
        ShippingOption shipping = chosen(promise.options(), terms);
        Calculation sum = Calculation.of(basket.wanted(), discounts(basket, terms), shipping.price(), front.taxRate());
        Quote quote = new Quote(
                id,
                basket.cart(),
                basket.buyer(),
                front,
                terms.language(),
                terms.address(),
                terms.couponCode(),
                sum.lines(),
                promise.options(),
                shipping,
                sum.totals(),
                notices(basket, promise.available()),
                now,
                now.plus(validity));
        return quotes.insert(quote) ? Optional.of(quote) : Optional.empty();
    }

    private List<Money> discounts(Basket basket, QuoteTerms terms) {
        String coupon = terms.couponCode();
        return coupon == null
                ? Calculation.none(basket.wanted().size(), basket.storefront().currency())
                : evaluations.evaluate(basket.storefront(), basket.customerKey(), coupon, basket.wanted());
    }

    private static ShippingOption chosen(List<ShippingOption> options, QuoteTerms terms) {
        if (options.isEmpty()) {
            throw QuoteProblem.SHIPPING_UNAVAILABLE.now();
        }
        String wish = terms.shippingOptionId();
        if (wish == null) {
            return options.getFirst();
        }
        Optional<ShippingOption> found =
                options.stream().filter(o -> o.optionId().equals(wish)).findFirst();
        return found.orElseThrow(() -> QuoteProblem.SHIPPING_OPTION_UNKNOWN.with("shippingOptionId", wish));
    }

    private static List<Notice> notices(Basket basket, Map<Sku, Integer> available) {
        List<Notice> all = new ArrayList<>(basket.notices());
        for (Calculation.Wanted line : basket.wanted()) {
            int left = available.getOrDefault(line.offer().sku(), 0);
            if (left < line.quantity()) {
                all.add(Notice.shortOf(line.offer().sku(), left));
            }
        }
        return all;
    }
}
