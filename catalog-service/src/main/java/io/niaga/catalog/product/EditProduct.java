package io.niaga.catalog.product;

import io.niaga.catalog.audit.Proposal;
import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.category.CategoryPath;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.Sku;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes what stands in a product, if every field that differs is the actor's to change. */
@UseCase
public final class EditProduct {
    public static final String ACTION = "product:write";

    private final Products products;
    private final PlaceProduct place;
    private final ChooseStore stores;
    private final Permissions permissions;
    private final Clock clock;

    public EditProduct(
            Products products, PlaceProduct place, ChooseStore stores, Permissions permissions, Clock clock) {
        this.products = products;
        this.place = place;
        this.stores = stores;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Permission comes before precondition, precondition before rules; when nothing differs nothing is written. */
    public Product edit(
            Actor actor, ProductId id, Precondition precondition, Proposal.Edit<Product, ProductInput> edit) {
        Product now = products.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        permissions.require(actor, ACTION, now.store());
        Proposal<ProductInput> proposal = edit.on(now);
        permissions.requireFields(actor, ACTION, now.store(), proposal.pointers());
        precondition.require(now.revision());
        ProductInput input = proposal.written();
        if (proposal.changes().isEmpty()) {
            return now;
        }
        input.check(stores.forShop(now.store()).currency());
        Instant at = clock.instant();
        List<CategoryPath> paths = place.paths(now.store(), input.content().categories());
        String slug = input.slug() == null ? now.slug() : input.slug();
        Product changed = now.written(input.content(), slug, paths, at);
        if (changed.state().isPublished()) {
            changed.publish(at);
        }
        StaffWrite write = new StaffWrite(actor, ACTION, id.value(), now.store(), proposal.changes());
        return saved(now, changed, write, at);
    }

    private Product saved(Product now, Product changed, StaffWrite write, Instant at) {
        Set<Sku> added = without(changed.content().skus(), now.content().skus());
        place.claim(now.store(), now.id(), added, at);
        Products.Outcome outcome = products.save(changed, List.of(write));
        if (outcome == Products.Outcome.DONE) {
            place.release(
                    now.store(),
                    now.id(),
                    without(now.content().skus(), changed.content().skus()));
            return products.find(now.id()).orElse(changed);
        }
        Set<Sku> held =
                products.find(now.id()).map(found -> found.content().skus()).orElse(Set.of());
        place.release(now.store(), now.id(), without(added, held));
        throw outcome == Products.Outcome.SLUG_TAKEN
                ? ProductProblem.SLUG_TAKEN.with("slug", changed.slug())
                : CommonProblem.CONCURRENT_CHANGE.now();
    }

    private static Set<Sku> without(Set<Sku> some, Set<Sku> others) {
        Set<Sku> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
