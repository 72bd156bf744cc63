package io.niaga.orders.cart;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;

/** Finds the carts that somebody who signed in left open, here or on another device. */
@UseCase
public final class ListCarts {
    private final Carts carts;

    public ListCarts(Carts carts) {
        this.carts = carts;
    }

    public Carts.Found own(Actor actor, Carts.Slice slice) {
        return actor.person()
                .map(person -> carts.openOf(person, slice))
                .orElseThrow(() -> actor instanceof Actor.Guest
                        ? CommonProblem.UNAUTHENTICATED.now()
                        : CommonProblem.FORBIDDEN.with("action", CartAccess.WRITE));
    }
}
