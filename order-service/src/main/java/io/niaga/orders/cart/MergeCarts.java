package io.niaga.orders.cart;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives a buyer who signed in what they collected as a guest: the guest's cart is closed first, then its lines are added, each in
 * one write that happens once. Whoever was interrupted in between asks again.
 */
@UseCase
public final class MergeCarts {
    private static final int TRIES = 5;

    private final Carts carts;
    private final ShowCart shown;
    private final CartAccess access;
    private final Clock clock;

    public MergeCarts(Carts carts, ShowCart shown, CartAccess access, Clock clock) {
        this.carts = carts;
        this.shown = shown;
        this.access = access;
        this.clock = clock;
    }

    /** @param from a guest's cart; the caller has shown its token */
    public record Request(CartId into, CartId from, String language) {}

    public CartView merge(Actor actor, Request request) {
        if (actor instanceof Actor.Guest) {
            throw CommonProblem.UNAUTHENTICATED.now();
        }
        for (int i = 0; i < TRIES; i++) {
            Cart into = access.require(actor, carts, request.into());
            Optional<Merge> before = into.taken(request.from());
            if (before.isPresent()) {
                return view(into, before.get(), request.language());
            }
            Optional<Cart> taken =
                    closed(into, request.from()).flatMap(from -> carts.save(into.taking(from, clock.instant())));
            if (taken.isPresent()) {
                return view(taken.get(), taken.get().taken(request.from()).orElseThrow(), request.language());
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    private CartView view(Cart cart, Merge merge, String language) {
        return shown.view(cart, language).with(merge.left());
    }

    /** The guest's cart, closed for this merge; empty when somebody changed it at the same moment. */
    private Optional<Cart> closed(Cart into, CartId id) {
        Cart from = carts.byId(id).filter(c -> c.buyer().isGuest()).orElseThrow(CartProblem.CART_UNKNOWN::now);
        access.requireOpen(into);
        into.requireStore(from.shop().store());
        if (into.id().equals(from.merging().into())) {
            return Optional.of(from);
        }
        access.requireOpen(from);
        Cart merged = from.mergedInto(into.id(), clock.instant());
        if (access.orders().orderOf(id).isPresent()) {
            // It may come to nothing yet; what becomes an order is not bought once more out of another cart.
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        return carts.save(merged);
    }
}
