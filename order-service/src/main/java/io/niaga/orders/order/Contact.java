package io.niaga.orders.order;

import org.jspecify.annotations.Nullable;

/** How the buyer is reached about this order. Personal: it never leaves this service but by asking for it. */
public record Contact(String email, @Nullable String phone) {
    /** Nothing personal in logs, whoever prints it. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
