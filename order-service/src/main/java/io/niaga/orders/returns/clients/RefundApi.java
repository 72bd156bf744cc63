package io.niaga.orders.returns.clients;

import io.niaga.types.Money;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Payment, commanded to send the money for a return back. */
@FeignClient(name = "payment", contextId = "returnRefunds", url = "${niaga.clients.payment.url}")
interface RefundApi {
    @PutMapping("/internal/v1/refunds/{id}")
    State refund(@PathVariable("id") String id, @RequestBody Refunding refunding);

    record State(String id, String state) {}

    /** @param goods the part of the amount that is for goods */
    record Refunding(String paymentId, String orderId, Money amount, Money goods, String reason, long fence) {}
}
