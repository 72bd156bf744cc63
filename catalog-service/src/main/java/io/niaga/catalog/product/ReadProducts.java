package io.niaga.catalog.product;

import io.niaga.catalog.store.Store;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.niaga.types.UseCase;
import java.util.List;

/** Shows products: published ones to everybody, all of a store's to its staff. */
@UseCase
public final class ReadProducts {
    public static final String ACTION = "product:read-draft";

    private final Products products;
    private final Permissions permissions;

    public ReadProducts(Products products, Permissions permissions) {
        this.products = products;
        this.permissions = permissions;
    }

    public Product inShop(Actor actor, ProductId id) {
        return visible(actor, products.find(id).orElseThrow(CommonProblem.NOT_FOUND::now));
    }

    public Product inShop(Actor actor, Store store, String slug) {
        return visible(actor, products.bySlug(store.id(), slug).orElseThrow(CommonProblem.NOT_FOUND::now));
    }

    private Product visible(Actor actor, Product product) {
        if (!product.state().isPublished() && !permissions.allows(actor, ACTION, product.store())) {
            throw CommonProblem.NOT_FOUND.now();
        }
        return product;
    }

    /** With everything that is written about it; buyers are refused, other stores' staff find nothing. */
    public Product forStaff(Actor actor, Product product) {
        permissions.require(actor, ACTION, product.store());
        return product;
    }

    public Product forStaff(Actor actor, ProductId id) {
        return forStaff(actor, products.find(id).orElseThrow(CommonProblem.NOT_FOUND::now));
    }

    public Product forStaff(Actor actor, StoreId store, String slug) {
        return forStaff(actor, products.bySlug(store, slug).orElseThrow(CommonProblem.NOT_FOUND::now));
    }

    public List<Product> list(Actor actor, Products.Query query) {
        permissions.require(actor, ACTION, query.store());
        return products.list(query);
    }
}
