package io.niaga.catalog.price.http;

import io.niaga.catalog.price.PriceAnswer;
import io.niaga.catalog.product.Offer;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.Wanted;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What carts and quotes are built from. */
record PriceLookupJson(
        StoreId storeId,
        String storeName,
        String currency,
        String timeZone,
        boolean taxIncluded,
        String taxRate,
        List<Item> items,
        List<Sku> unknown) {
    static final int MOST_SKUS = 250;

    /** What is asked: {@code storeId} null is the first store. */
    record Request(@Nullable StoreId storeId, @Nullable String language, List<Sku> skus) {
        Request {
            if (skus.size() > MOST_SKUS) {
                throw new IllegalArgumentException("at most " + MOST_SKUS + " SKUs");
            }
        }
    }

    record Item(
            Sku sku,
            String productId,
            boolean published,
            String name,
            Map<String, String> options,
            @Nullable String image,
            Money unitPrice) {
        static Item of(Offer offer, List<String> languages) {
            return new Item(
                    offer.sku(),
                    offer.product().value(),
                    offer.published(),
                    offer.name().in(languages).orElse(offer.sku().value()),
                    offer.options(),
                    offer.image(),
                    offer.unitPrice());
        }
    }

    static PriceLookupJson of(PriceAnswer answer, @Nullable String language) {
        Store store = answer.store();
        List<String> languages = Wanted.languages(language == null ? "" : language, store.languages());
        return new PriceLookupJson(
                store.id(),
                store.name(),
                store.currency().getCurrencyCode(),
                store.timeZone().getId(),
                store.taxIncluded(),
                store.taxRate().toDecimal(),
                answer.offers().stream().map(offer -> Item.of(offer, languages)).toList(),
                answer.unknown());
    }
}
