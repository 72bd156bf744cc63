package io.niaga.orders.checkout;

import io.niaga.orders.order.PaymentMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long what is taken for an order is kept: until it is paid by each method that is offered, and while it is being placed.
 */
public record PaymentWindows(Map<PaymentMethod, Duration> byMethod, Duration placing, Duration lease) {
    public PaymentWindows {
        byMethod = Map.copyOf(byMethod);
    }

    /** Whether the method is built at all; whether a store offers it is payment's decision. */
    public boolean offers(PaymentMethod method) {
        return byMethod.containsKey(method);
    }

    Instant payBy(PaymentMethod method, Instant now) {
        return now.plus(byMethod.getOrDefault(method, Duration.ZERO));
    }

    Instant abandonAt(Instant now) {
        return now.plus(placing);
    }

    Instant leaseFrom(Instant now) {
        return now.plus(lease);
    }
}
