package io.niaga.orders.cart.http;

import io.niaga.orders.cart.Cart;
import io.niaga.service.identity.GuestTokens;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.ResponseEntity;

/** Gives guests the token of their new cart. */
public final class CartTokens {
    private static final String HEADER = "Cart-Token";

    private final GuestTokens tokens;
    private final Duration validity;
    private final Clock clock;

    public CartTokens(GuestTokens tokens, Duration validity, Clock clock) {
        this.tokens = tokens;
        this.validity = validity;
        this.clock = clock;
    }

    void addTo(ResponseEntity.BodyBuilder answer, Cart cart) {
        if (cart.buyer().isGuest()) {
            answer.header(
                    HEADER,
                    tokens.issue(
                            GuestTokens.CART,
                            cart.id().typeId(),
                            clock.instant().plus(validity)));
        }
    }
}
