package io.niaga.payments.webhook;

import io.niaga.payments.payment.PaymentId;
import io.niaga.types.Money;

/** A fact that a provider told us about one payment. Its id is the provider's, the same on every delivery. */
public record ProviderEvent(String id, Kind kind, PaymentId payment, Money amount) {
    public enum Kind {
        PAID,
        DENIED,
        EXPIRED
    }
}
