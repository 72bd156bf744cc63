package io.niaga.orders.cart;

import io.niaga.types.Money;
import io.niaga.types.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Something about a line that the buyer should know before ordering; a hint, never a refusal.
 *
 * @param available units that are left where they are known to be fewer than wanted, else null
 */
public record Notice(
        Code code,
        Sku sku,
        @Nullable Money from,
        @Nullable Money to,
        @Nullable Integer available) {
    /** What there is to know. */
    public enum Code {
        /** In a quote fewer are left than wanted; in a cart few are left, however many are wanted. */
        LOW_STOCK,
        SOLD_OUT,
        PRICE_CHANGED,
        UNPUBLISHED,
        /** More were in two carts together than one may have. */
        QUANTITY_LIMITED,
        /** The line did not fit into the cart that took the others over. */
        NOT_MERGED
    }

    public static Notice of(Code code, Sku sku) {
        return new Notice(code, sku, null, null, null);
    }

    public static Notice priceChanged(Sku sku, Money from, Money to) {
        return new Notice(Code.PRICE_CHANGED, sku, from, to, null);
    }

    /** Fewer are left than wanted. */
    public static Notice shortOf(Sku sku, int left) {
        return new Notice(left > 0 ? Code.LOW_STOCK : Code.SOLD_OUT, sku, null, null, Math.max(0, left));
    }
}
