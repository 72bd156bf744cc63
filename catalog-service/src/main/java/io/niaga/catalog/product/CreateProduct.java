package io.niaga.catalog.product;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.category.CategoryPath;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.Slug;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Revision;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Adds a draft to a store's catalog. */
@UseCase
public final class CreateProduct {
    private final Products products;
    private final PlaceProduct place;
    private final Permissions permissions;
    private final Clock clock;

    public CreateProduct(Products products, PlaceProduct place, Permissions permissions, Clock clock) {
        this.products = products;
        this.place = place;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** With the given id; repeated with the same id it changes nothing. */
    public Product create(Actor actor, Store store, ProductId id, ProductInput input) {
        permissions.requireFields(actor, EditProduct.ACTION, store.id(), List.of("/"));
        Optional<Product> known = products.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        input.check(store.currency());
        Instant now = clock.instant();
        List<CategoryPath> paths = place.paths(store.id(), input.content().categories());
        place.claim(store.id(), id, input.content().skus(), now);
        Product draft = new Product(
                id,
                store.id(),
                slug(store, input),
                new ProductState.Draft(),
                input.content(),
                paths,
                now,
                now,
                Origin.NONE,
                Revision.NEW);
        return added(actor, draft, input);
    }

    private static String slug(Store store, ProductInput input) {
        String asked = input.slug();
        return asked != null
                ? asked
                : Slug.of(input.content().name().in(store.languages()).orElse(""), "product");
    }

    private Product added(Actor actor, Product draft, ProductInput input) {
        List<StaffWrite> writes = List.of(new StaffWrite(
                actor,
                EditProduct.ACTION,
                draft.id().value(),
                draft.store(),
                StaffWrite.change("/state", null, draft.state().label())));
        Products.Outcome outcome = products.add(draft, writes);
        if (outcome == Products.Outcome.SLUG_TAKEN && input.slug() == null) {
            outcome = products.add(draft.named(Product.uniqueSlug(draft.slug(), draft.id())), writes);
        }
        if (outcome == Products.Outcome.SLUG_TAKEN) {
            place.release(draft.store(), draft.id(), draft.content().skus());
            throw ProductProblem.SLUG_TAKEN.with("slug", draft.slug());
        }
        return products.find(draft.id()).orElseThrow(CommonProblem.CONCURRENT_CHANGE::now);
    }
}
