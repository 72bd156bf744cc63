package io.niaga.orders.cart;

import io.niaga.types.Actor;
import io.niaga.types.Permissions;
import java.util.Optional;

/** Whose a cart, or a quote made of one, is: its buyer's account, or whoever shows the cart's token. */
public record CartAccess(Permissions permissions, CartOrders orders) {
    public static final String WRITE = "cart:write";

    /** Throws unless the actor may have a cart at all. */
    public Buyer requireBuyer(Actor actor) {
        permissions.requireAll(actor, "cart:open");
        return new Buyer(actor.person().orElse(null));
    }

    public boolean allows(Actor actor, Buyer buyer, CartId cart) {
        if (buyer.isGuest()) {
            return actor.holds(cart.typeId());
        }
        return permissions.allows(actor, WRITE, Optional.empty(), buyer.person());
    }

    /** Throws, and says what became of it, unless the cart can still be changed: whoever may change it may know. */
    public void requireOpen(Cart cart) {
        if (cart.state() == CartState.ORDERED) {
            orders.orderOf(cart.id()).ifPresent(order -> {
                throw CartProblem.CART_ORDERED.with("orderId", order.toString());
            });
        }
        cart.requireOpen();
    }

    /** A foreign cart is not there. */
    public Cart require(Actor actor, Carts carts, CartId id) {
        return carts.byId(id)
                .filter(cart -> allows(actor, cart.buyer(), cart.id()))
                .orElseThrow(CartProblem.CART_UNKNOWN::now);
    }
}
