package io.niaga.catalog.price;

import io.niaga.catalog.product.Offer;
import io.niaga.catalog.store.Store;
import io.niaga.types.Sku;
import java.util.List;

/** A store's offers of the SKUs that were asked for, in their order, and the SKUs it does not have. */
public record PriceAnswer(Store store, List<Offer> offers, List<Sku> unknown) {
    public PriceAnswer {
        offers = List.copyOf(offers);
        unknown = List.copyOf(unknown);
    }
}
