package io.niaga.orders.cart;

import io.niaga.types.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a cart, a quote or an order belongs to: an account, or a guest who holds its token. */
public record Buyer(@Nullable UserId account) {
    public static final Buyer GUEST = new Buyer(null);

    public boolean isGuest() {
        return account == null;
    }

    public Optional<UserId> person() {
        return Optional.ofNullable(account);
    }
}
