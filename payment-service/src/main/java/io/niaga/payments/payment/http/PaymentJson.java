package io.niaga.payments.payment.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentState;
import io.niaga.payments.payment.PaymentTerms;
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
        String method,
        Money amount,
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

    /** What the customer does next: CONFIRM with a token, PAY_VIRTUAL_ACCOUNT to a number, or NONE. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextActionJson(
            String type,
            @Nullable String bank,
            @Nullable String number,
            @Nullable Money amount,
            @Nullable Instant payBy) {
        static NextActionJson of(Payment payment) {
            PaymentTerms terms = payment.terms();
            return switch (payment.state()) {
                case PaymentState.RequiresAction _ -> plain("CONFIRM");
                case PaymentState.Failed _ -> plain(terms.method().name().equals("CARD") ? "CONFIRM" : "NONE");
                case PaymentState.Pending pending ->
                    new NextActionJson(
                            "PAY_VIRTUAL_ACCOUNT",
                            pending.account().bank(),
                            pending.account().number(),
                            terms.amount(),
                            terms.payBy());
                case PaymentState.Charging _,
                        PaymentState.Expired _,
                        PaymentState.ToCollect _,
                        PaymentState.Captured _,
                        PaymentState.Cancelled _,
                        PaymentState.LatePaid _ -> plain("NONE");
            };
        }

        private static NextActionJson plain(String type) {
            return new NextActionJson(type, null, null, null, null);
        }
    }
}
