package io.niaga.orders.offer.messaging;

import io.niaga.events.Topics;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.messaging.Subscription;
import io.niaga.orders.offer.PriceMemory;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.stream.Collectors;

/** Forgets remembered prices of a product that changed; hearing it twice or late forgets too much, never too little. */
public final class ProductNews {
    private static final String GROUP = "order-prices";

    private ProductNews() {}

    public static Subscription subscription(PriceMemory prices) {
        return Subscription.to(Topics.PRODUCT)
                .as(GROUP)
                .on(
                        ProductStateV1.TYPE,
                        ProductStateV1.class,
                        (product, _) -> prices.forget(
                                StoreId.of(product.storeId()),
                                product.variants().stream()
                                        .map(variant -> Sku.of(variant.sku()))
                                        .collect(Collectors.toUnmodifiableSet())),
                        _ -> prices.forgetAll())
                .build();
    }
}
