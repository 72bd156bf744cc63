package io.niaga.payments.payment.http;

import io.niaga.payments.payment.Refund;
import io.niaga.payments.payment.RefundReason;
import io.niaga.payments.payment.RefundState;
import io.niaga.payments.payment.RefundTerms;
import io.niaga.service.openapi.Among;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money on its way back or back, as whoever may see the payment sees it. */
record RefundJson(
        String id,
        @Among(RefundState.class) String state,
        Money amount,
        @Nullable Money goods,
        @Among(RefundReason.class) String reason,
        Instant requestedAt) {
    static RefundJson of(Refund refund) {
        RefundTerms terms = refund.terms();
        return new RefundJson(
                terms.id().value(),
                refund.state().label(),
                terms.amount(),
                terms.goods(),
                terms.reason().name(),
                terms.requestedAt());
    }

    /** @throws io.niaga.types.ProblemException INVALID_REQUEST naming what is not an amount to send back */
    static void check(Money amount, @Nullable Money goods) {
        if (!amount.isPositive()) {
            throw CommonProblem.INVALID_REQUEST.now().at("/amount", "NOT_POSITIVE", "A refund sends something back.");
        }
        boolean fits = goods == null
                || (goods.currency().equals(amount.currency()) && !goods.isNegative() && goods.compareTo(amount) <= 0);
        if (!fits) {
            throw CommonProblem.INVALID_REQUEST
                    .now()
                    .at("/goods", "NOT_A_PART", "The part for goods lies between nothing and the whole amount.");
        }
    }
}
