package io.niaga.orders.order;

import io.niaga.orders.cart.Buyer;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.offer.Storefront;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.orders.quote.ShippingOption;
import io.niaga.orders.quote.Totals;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything agreed on when an order was placed. Never changes.
 *
 * @param customerKey by which uses of a coupon are counted: the account, or a keyed hash of a guest's mail address
 * @param placementKey which request placed it: the same request again is answered with this order
 * @param payBy until when it may be paid
 */
public record Terms(
        CartId cart,
        Buyer buyer,
        Storefront storefront,
        String language,
        Contact contact,
        Address address,
        @Nullable String couponCode,
        String customerKey,
        List<QuoteLine> lines,
        ShippingOption shipping,
        Totals totals,
        PaymentMethod method,
        String placementKey,
        Instant placedAt,
        Instant payBy) {
    public Terms {
        lines = List.copyOf(lines);
    }

    /** What the buyer brings beside the quote. */
    public record Placement(PaymentMethod method, Contact contact, String customerKey, String placementKey) {}

    public static Terms of(Quote quote, Placement placement, Instant now, Instant payBy) {
        return new Terms(
                quote.cart(),
                quote.buyer(),
                quote.storefront(),
                quote.language(),
                placement.contact(),
                quote.address(),
                quote.couponCode(),
                placement.customerKey(),
                quote.lines(),
                quote.shipping(),
                quote.totals(),
                placement.method(),
                placement.placementKey(),
                now,
                payBy);
    }

    public boolean hasCoupon() {
        return couponCode != null;
    }

    public Money total() {
        return totals.total();
    }

    public boolean isCashOnDelivery() {
        return method == PaymentMethod.COD;
    }
}
