package io.niaga.payments.payment;

import java.util.Optional;

/** The ways to pay that are built. */
public enum PaymentMethod {
    /** A card, known to us only as the provider's token. */
    CARD,
    /** A bank account number made for one payment. */
    VIRTUAL_ACCOUNT,
    /** Cash on delivery. */
    COD;

    public static Optional<PaymentMethod> named(String name) {
        for (PaymentMethod method : values()) {
            if (method.name().equals(name)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
