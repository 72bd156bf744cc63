package io.niaga.orders.quote.http;

import io.niaga.orders.quote.Totals;
import io.niaga.types.Money;

/** {@code total = items − discount + shipping}; {@code tax} is included in it, {@code shippingTax} is the shipping's part. */
public record TotalsJson(Money items, Money discount, Money shipping, Money shippingTax, Money tax, Money total) {
    public static TotalsJson of(Totals t) {
        return new TotalsJson(t.items(), t.discount(), t.shipping(), t.shippingTax(), t.tax(), t.total());
    }
}
