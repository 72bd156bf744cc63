package io.niaga.orders.checkout.clients;

import io.niaga.orders.order.Assurance;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Payment, commanded to ask for an order's money, to stop asking, and to send it back. */
@FeignClient(name = "payment", contextId = "orderPayments", url = "${niaga.clients.payment.url}")
interface PaymentApi {
    @PutMapping("/internal/v1/payments/{id}")
    State open(@PathVariable("id") String id, @RequestBody Opening opening);

    @PutMapping("/internal/v1/payments/{id}/cancellation")
    State cancel(@PathVariable("id") String id, @RequestBody Cancelling cancelling);

    @PutMapping("/internal/v1/refunds/{id}")
    Refund refund(@PathVariable("id") String id, @RequestBody Refunding refunding);

    record State(
            String id,
            String state,
            @Nullable Map<String, Object> nextAction,
            @Nullable Assurance assurance) {}

    record Opening(
            String orderId,
            String orderNumber,
            StoreId storeId,
            @Nullable UserId customerId,
            PaymentMethod method,
            Money amount,
            @Nullable Instant payBy,
            long fence) {}

    record Cancelling(String orderId, long fence) {}

    /** @param goods the part of the amount that is for goods; null: their share of it */
    record Refunding(
            String paymentId,
            String orderId,
            Money amount,
            @Nullable Money goods,
            String reason,
            long fence) {}

    record Refund(String id, String state) {}
}
