package io.niaga.catalog.product;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Publishes a product, takes it back, archives it. Each is done at most once, however often it is asked for. */
@UseCase
public final class MoveProduct {
    public static final String ACTION = "product:publish";
    private static final int ATTEMPTS = 3;

    private final Products products;
    private final PlaceProduct place;
    private final Permissions permissions;
    private final Clock clock;

    public MoveProduct(Products products, PlaceProduct place, Permissions permissions, Clock clock) {
        this.products = products;
        this.place = place;
        this.permissions = permissions;
        this.clock = clock;
    }

    public Product publish(Actor actor, ProductId id) {
        return move(actor, id, Precondition.NONE::check, Product::publish);
    }

    public Product unpublish(Actor actor, ProductId id) {
        return move(actor, id, Precondition.NONE::check, Product::unpublish);
    }

    /** Frees its slug and its SKUs for other products; for good, so whoever does it says which version they saw. */
    public Product archive(Actor actor, ProductId id, Precondition precondition) {
        Product archived = move(actor, id, precondition::require, Product::archive);
        place.release(archived.store(), id, archived.content().skus());
        return archived;
    }

    private Product move(
            Actor actor, ProductId id, Consumer<Revision> precondition, BiFunction<Product, Instant, Product> move) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Product now = products.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
            permissions.require(actor, ACTION, now.store());
            precondition.accept(now.revision());
            Product moved = move.apply(now, clock.instant());
            if (moved.equals(now)) {
                return now;
            }
            StaffWrite write = new StaffWrite(
                    actor,
                    ACTION,
                    id.value(),
                    now.store(),
                    StaffWrite.change(
                            "/state", now.state().label(), moved.state().label()));
            if (products.save(moved, List.of(write)) == Products.Outcome.DONE) {
                return products.find(id).orElse(moved);
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}
