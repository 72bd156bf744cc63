package io.niaga.orders.checkout.clients;

import io.niaga.types.Money;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Amounts in the parameters of another service's problem. */
public final class Amounts {
    private Amounts() {}

    /** Empty when it is not an amount. */
    public static Optional<Money> of(@Nullable Object parameter) {
        if (parameter instanceof Map<?, ?> money
                && money.get("amount") instanceof String amount
                && money.get("currency") instanceof String currency) {
            return Optional.of(Money.of(amount, currency));
        }
        return Optional.empty();
    }
}
