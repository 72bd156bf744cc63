package io.niaga.orders.order.http;

import io.niaga.orders.order.Order;
import io.niaga.service.identity.GuestTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;

/** Gives guests a token of their order. */
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

    /** For the answer to whoever placed it. */
    public Consumer<HttpHeaders> of(Order order) {
        return headers -> fresh(order).ifPresent(token -> headers.set(HEADER, token));
    }

    /** As long as one of a new order; empty when the buyer has an account, whose orders open without. */
    Optional<String> fresh(Order order) {
        return order.terms().buyer().isGuest()
                ? Optional.of(tokens.issue(
                        GuestTokens.ORDER, order.id().typeId(), clock.instant().plus(validity)))
                : Optional.empty();
    }
}
