package io.niaga.orders.order;

import io.niaga.orders.quote.QuoteId;
import io.niaga.types.TypeId;

/** An order's id: the bits of its quote. Its reservation, payment, fulfillment, coupon hold and refund have them too. */
public record OrderId(String value) {
    public static final String PREFIX = "ord";

    public OrderId {
        TypeId.parse(PREFIX, value);
    }

    public static OrderId of(String value) {
        return new OrderId(value);
    }

    public static OrderId of(QuoteId quote) {
        return new OrderId(quote.typeId().withPrefix(PREFIX).toString());
    }

    public TypeId typeId() {
        return TypeId.parse(PREFIX, value);
    }

    public String reservation() {
        return derived("rsv");
    }

    public String payment() {
        return derived("pay");
    }

    public String fulfillment() {
        return derived("ful");
    }

    public String couponHold() {
        return derived("hld");
    }

    public String refund() {
        return derived("rfd");
    }

    public QuoteId quote() {
        return QuoteId.of(derived(QuoteId.PREFIX));
    }

    private String derived(String prefix) {
        return typeId().withPrefix(prefix).toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
