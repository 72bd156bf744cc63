package io.niaga.payments.payment;

import java.util.Currency;
import java.util.Optional;

/** The ways to pay that are built. */
public enum PaymentMethod {
    /** A card, known to us only as the provider's token. */
    CARD,
    /** A bank account number made for one payment. */
    VIRTUAL_ACCOUNT,
    /** A code that any Indonesian bank or wallet app scans; rupiah only. */
    QRIS,
    /** A wallet that asks its owner on a page of the provider. */
    E_WALLET,
    /** Cash on delivery. */
    COD;

    private static final String RUPIAH = "IDR";

    public static Optional<PaymentMethod> named(String name) {
        for (PaymentMethod method : values()) {
            if (method.name().equals(name)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    boolean takes(Currency currency) {
        return this != QRIS || currency.getCurrencyCode().equals(RUPIAH);
    }
}
