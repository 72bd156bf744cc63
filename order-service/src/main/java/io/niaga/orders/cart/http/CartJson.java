package io.niaga.orders.cart.http;

import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.CartState;
import io.niaga.orders.cart.CartView;
import io.niaga.orders.cart.Notice;
import io.niaga.orders.offer.Availability;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cart as the API shows it. */
public record CartJson(
        String id,
        StoreId storeId,
        String currency,
        CartState state,
        List<Item> items,
        Money total,
        List<Problem> problems,
        boolean degraded,
        Instant createdAt,
        Instant changedAt,
        @Nullable String mergedInto) {
    /** A line with the price and the availability of this moment. */
    public record Item(
            Sku sku,
            StoreId storeId,
            String productId,
            String name,
            Map<String, String> options,
            @Nullable String image,
            int quantity,
            Money unitPrice,
            Money total,
            Availability availability) {
        static Item of(CartView.Item item, StoreId store) {
            return new Item(
                    item.line().sku(),
                    store,
                    item.offer().productId(),
                    item.offer().name(),
                    item.offer().options(),
                    item.offer().image(),
                    item.line().quantity(),
                    item.offer().unitPrice(),
                    item.total(),
                    item.availability());
        }
    }

    /** What the buyer should know. */
    public record Problem(
            @Schema(
                    description =
                            "LOW_STOCK: in a quote fewer are left than wanted; in a cart few are left, however many"
                                    + " are wanted. SOLD_OUT: none is left. PRICE_CHANGED: the price is another than the buyer"
                                    + " saw last. UNPUBLISHED: not sold any more, and not counted. QUANTITY_LIMITED: two carts"
                                    + " that were merged had more together than one may have. NOT_MERGED: the line did not fit"
                                    + " into the cart that took the others over.")
            Notice.Code code,

            Sku sku,

            @Schema(description = "Of PRICE_CHANGED: the price seen last.") @Nullable
            Money from,

            @Schema(description = "Of PRICE_CHANGED: the price now.") @Nullable
            Money to,

            @Schema(
                    description = "Of LOW_STOCK in a quote, and of SOLD_OUT: units that are left, fewer than wanted. A"
                            + " cart does not know how many are left of what is low.")
            @Nullable
            Integer available) {
        public static Problem of(Notice notice) {
            return new Problem(notice.code(), notice.sku(), notice.from(), notice.to(), notice.available());
        }
    }

    static CartJson of(CartView view) {
        Cart cart = view.cart();
        StoreId store = cart.shop().store();
        CartId into = cart.merging().into();
        return new CartJson(
                cart.id().value(),
                store,
                cart.shop().currency().getCurrencyCode(),
                cart.state(),
                view.items().stream().map(item -> Item.of(item, store)).toList(),
                view.total(),
                view.notices().stream().map(Problem::of).toList(),
                view.degraded(),
                cart.createdAt(),
                cart.changedAt(),
                into == null ? null : into.value());
    }
}
