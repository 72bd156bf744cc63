package io.niaga.orders.offer.clients;

import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.Storefront;
import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question to the catalog and its answer, as they travel. */
final class PriceLookup {
    private PriceLookup() {}

    record Question(@Nullable StoreId storeId, String language, List<Sku> skus) {}

    record Answer(
            StoreId storeId,
            String storeName,
            String currency,
            String timeZone,
            boolean taxIncluded,
            Percentage taxRate,
            List<Item> items) {
        Storefront storefront() {
            return new Storefront(storeId, storeName, Currency.getInstance(currency), timeZone, taxIncluded, taxRate);
        }
    }

    record Item(
            Sku sku,
            String productId,
            boolean published,
            String name,
            @Nullable Map<String, String> options,
            @Nullable String image,
            Money unitPrice) {
        Offer offer() {
            return new Offer(sku, productId, published, name, options == null ? Map.of() : options, image, unitPrice);
        }
    }
}
