package io.niaga.orders.offer;

import io.niaga.types.Sku;
import java.util.Map;
import java.util.Optional;

/** What a store offers of the SKUs that were asked for; a SKU that is missing here is unknown there. */
public record Offers(Storefront storefront, Map<Sku, Offer> bySku) {
    public Offers {
        bySku = Map.copyOf(bySku);
    }

    public Optional<Offer> of(Sku sku) {
        return Optional.ofNullable(bySku.get(sku));
    }

    /** The same, only when it may be bought. */
    public Optional<Offer> published(Sku sku) {
        return of(sku).filter(Offer::published);
    }
}
