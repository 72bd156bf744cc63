package io.niaga.orders.checkout.http;

import io.niaga.orders.order.Order;
import io.niaga.service.identity.GuestTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;

/** Gives guests the token of their new order. */
public final class OrderTokens {
    private static final String HEADER = "Order-Token";

    private final GuestTokens tokens;
    private final Duration validity;
    private final Clock clock;

    public OrderTokens(GuestTokens tokens, Duration validity, Clock clock) {
        this.tokens = tokens;
        this.validity = validity;
        this.clock = clock;
    }

    Consumer<HttpHeaders> of(Order order) {
        return headers -> {
            if (order.terms().buyer().isGuest()) {
                headers.set(
                        HEADER,
                        tokens.issue(
                                GuestTokens.ORDER,
                                order.id().typeId(),
                                clock.instant().plus(validity)));
            }
        };
    }
}
