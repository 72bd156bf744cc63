package io.niaga.catalog.product;

import io.niaga.catalog.availability.Availabilities;
import io.niaga.catalog.category.Categories;
import io.niaga.catalog.category.Category;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.Wanted;
import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what a buyer sees of a product: its texts, its categories' names, what can be had. */
@UseCase
public final class ShowProduct {
    private final ReadProducts products;
    private final ChooseStore stores;
    private final Categories categories;
    private final Availabilities availabilities;

    public ShowProduct(
            ReadProducts products, ChooseStore stores, Categories categories, Availabilities availabilities) {
        this.products = products;
        this.stores = stores;
        this.categories = categories;
        this.availabilities = availabilities;
    }

    public ProductPage byId(Actor actor, ProductId id, String acceptLanguage) {
        return page(products.inShop(actor, id), acceptLanguage);
    }

    /** In the given store, or in the first. */
    public ProductPage bySlug(Actor actor, @Nullable StoreId store, String slug, String acceptLanguage) {
        return page(products.inShop(actor, stores.forShop(store), slug), acceptLanguage);
    }

    private ProductPage page(Product product, String acceptLanguage) {
        Store store = stores.forShop(product.store());
        return new ProductPage(
                product,
                categories.findAll(product.content().categories()).stream()
                        .collect(Collectors.toMap(Category::id, Category::name)),
                availabilities.of(store.id(), product.content().skus()),
                Wanted.languages(acceptLanguage, store.languages()));
    }
}
