package io.niaga.payments.payment.http;

import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentMethod;
import io.niaga.payments.payment.PaymentState;
import io.niaga.payments.payment.PaymentTerms;
import io.niaga.service.openapi.Among;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment as the API shows it. */
record PaymentJson(
        String id,
        String orderId,
        StoreId storeId,
        @Among(PaymentMethod.class) String method,
        Money amount,

        @Among(
                value = PaymentState.class,
                without = {"CHALLENGED", "CHARGING"},
                also = {"PARTIALLY_REFUNDED", "REFUNDED"})
        String state,

        @Nullable String failure,
        NextActionJson nextAction,
        List<RefundJson> refunds,
        @Nullable Instant payBy,
        Instant openedAt) {
    static PaymentJson of(Payment payment) {
        PaymentTerms terms = payment.terms();
        return new PaymentJson(
                terms.id().value(),
                terms.orderId(),
                terms.store(),
                terms.method().name(),
                terms.amount(),
                payment.stateName(),
                payment.state() instanceof PaymentState.Failed failed ? failed.reason() : null,
                NextActionJson.of(payment),
                payment.refunds().stream().map(RefundJson::of).toList(),
                terms.payBy(),
                terms.openedAt());
    }
}
