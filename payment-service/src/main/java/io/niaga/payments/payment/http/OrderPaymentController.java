package io.niaga.payments.payment.http;

import io.niaga.payments.payment.CancelPayment;
import io.niaga.payments.payment.OpenPayment;
import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.PaymentMethod;
import io.niaga.payments.payment.PaymentProblem;
import io.niaga.payments.payment.PaymentTerms;
import io.niaga.payments.payment.Refund;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.payment.RefundPayment;
import io.niaga.payments.payment.RefundReason;
import io.niaga.payments.payment.RefundState;
import io.niaga.payments.payment.RefundTerms;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What order-service commands; each command is idempotent by its derived id and fenced. */
@RestController
@RequestMapping("/internal/v1")
class OrderPaymentController {
    private final OpenPayment open;
    private final CancelPayment cancel;
    private final RefundPayment refund;
    private final Clock clock;

    OrderPaymentController(OpenPayment open, CancelPayment cancel, RefundPayment refund, Clock clock) {
        this.open = open;
        this.cancel = cancel;
        this.refund = refund;
        this.clock = clock;
    }

    record OpenJson(
            String orderId,
            String orderNumber,
            StoreId storeId,
            @Nullable UserId customerId,
            String method,
            Money amount,
            @Nullable Instant payBy,
            @Min(0) long fence) {}

    record OpenedJson(
            String id,
            String state,
            NextActionJson nextAction,
            @Nullable String assurance) {
        static OpenedJson of(Payment payment) {
            return new OpenedJson(
                    payment.id().value(),
                    payment.stateName(),
                    NextActionJson.of(payment),
                    payment.assurance().map(Enum::name).orElse(null));
        }
    }

    @PutMapping("/payments/{id}")
    OpenedJson open(@PathVariable PaymentId id, @Valid @RequestBody OpenJson body) {
        PaymentMethod method = PaymentMethod.named(body.method())
                .orElseThrow(() -> PaymentProblem.PAYMENT_METHOD_UNAVAILABLE.with("method", body.method()));
        PaymentTerms terms = new PaymentTerms(
                id,
                body.orderId(),
                body.orderNumber(),
                body.storeId(),
                body.customerId(),
                method,
                body.amount(),
                body.payBy(),
                clock.instant());
        return OpenedJson.of(open.open(terms, body.fence()));
    }

    record CancelJson(String orderId, @Min(0) long fence) {}

    @PutMapping("/payments/{id}/cancellation")
    OpenedJson cancel(@PathVariable PaymentId id, @Valid @RequestBody CancelJson body) {
        Money nothing = Money.zero(Currency.getInstance("IDR"));
        PaymentTerms unknown = new PaymentTerms(
                id,
                body.orderId(),
                "",
                PaymentTerms.NO_STORE,
                null,
                PaymentMethod.CARD,
                nothing,
                null,
                clock.instant());
        return OpenedJson.of(cancel.cancel(id, body.fence(), unknown));
    }

    /** {@code goods}: the part of the amount that is for goods. */
    record RefundCommandJson(
            String paymentId,
            String orderId,
            Money amount,
            @Nullable Money goods,
            OrderReason reason,
            @Min(0) long fence) {
        RefundCommandJson {
            PaymentId.of(paymentId);
        }

        RefundTerms terms(RefundId id, Instant now) {
            RefundJson.check(amount, goods);
            return new RefundTerms(id, amount, goods, RefundReason.valueOf(reason.name()), null, now);
        }
    }

    /** Why an order sends money back. */
    enum OrderReason {
        ORDER_CANCELLED,
        LATE_PAID,
        RETURNED,
        NOT_DELIVERED
    }

    record RefundedJson(String id, String state) {}

    @PutMapping("/refunds/{id}")
    RefundedJson refund(@PathVariable RefundId id, @Valid @RequestBody RefundCommandJson body) {
        Payment payment = refund.refund(PaymentId.of(body.paymentId()), body.terms(id, clock.instant()), body.fence());
        return new RefundedJson(id.value(), wireState(payment.refund(id).orElseThrow()));
    }

    /** To the order a void is a refund that succeeded, nothing is owed any more; and it waits for what is tried again. */
    private static String wireState(Refund refund) {
        return switch (refund.state()) {
            case RefundState.Pending _, RefundState.Retried _ -> "PENDING";
            case RefundState.Failed _ -> "FAILED";
            case RefundState.Succeeded _, RefundState.Voided _ -> "SUCCEEDED";
        };
    }
}
