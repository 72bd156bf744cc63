package io.niaga.orders.cart.messaging;

import io.niaga.messaging.LocalWriter;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.Carts;
import java.time.Instant;
import org.bson.Document;

/** Closes a cart when an order of it was placed; told by the order's outbox, so it happens even after a crash. */
public final class ClosedCarts implements LocalWriter {
    public static final String NAME = "carts";
    public static final String ORDERED = "cart.ordered";

    private final Carts carts;

    public ClosedCarts(Carts carts) {
        this.carts = carts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(String derivedId, String type, Document body, Instant at) {
        carts.close(CartId.of(body.getString("cartId")), at);
    }
}
