package io.niaga.orders.checkout.clients;

import io.niaga.types.Money;
import io.niaga.types.StoreId;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Loyalty, commanded to keep a use of a coupon for an order. */
@FeignClient(name = "loyalty", contextId = "couponHolds", url = "${niaga.clients.loyalty.url}")
interface CouponApi {
    @PutMapping("/internal/v1/coupon-holds/{id}")
    State hold(@PathVariable("id") String id, @RequestBody Hold hold);

    @DeleteMapping("/internal/v1/coupon-holds/{id}")
    State giveBack(@PathVariable("id") String id, @RequestParam("fence") long fence);

    record State(String id, String state) {}

    record Hold(String couponCode, String orderId, StoreId storeId, String customerKey, Money amount, long fence) {}
}
