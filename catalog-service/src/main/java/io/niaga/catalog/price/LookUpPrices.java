package io.niaga.catalog.price;

import io.niaga.catalog.product.Offer;
import io.niaga.catalog.product.Products;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.catalog.store.Store;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what SKUs cost now. Unpublished products are answered too, and say so. */
@UseCase
public final class LookUpPrices {
    private final ChooseStore stores;
    private final Products products;

    public LookUpPrices(ChooseStore stores, Products products) {
        this.stores = stores;
        this.products = products;
    }

    /** In the given store, or in the first. */
    public PriceAnswer of(@Nullable StoreId asked, List<Sku> skus) {
        Store store = stores.forShop(asked);
        Set<Sku> wanted = new LinkedHashSet<>(skus);
        Map<Sku, Offer> found = products.offers(store.id(), wanted).stream()
                .collect(Collectors.toMap(Offer::sku, Function.identity(), (first, other) -> first));
        List<Offer> offers = new ArrayList<>();
        List<Sku> unknown = new ArrayList<>();
        for (Sku sku : wanted) {
            Offer offer = found.get(sku);
            if (offer == null) {
                unknown.add(sku);
            } else {
                offers.add(offer);
            }
        }
        return new PriceAnswer(store, offers, unknown);
    }
}
