package io.niaga.orders.quote.clients;

import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Loyalty, asked what a coupon is worth. */
@FeignClient(name = "loyalty", contextId = "evaluations", url = "${niaga.clients.loyalty.url}")
interface LoyaltyApi {
    @PostMapping("/internal/v1/evaluations")
    Answer evaluate(@RequestBody Question question);

    record Question(
            StoreId storeId, String currency, String customerKey, String couponCode, int usePoints, List<Line> lines) {}

    record Line(int line, Sku sku, int quantity, Money total) {}

    record Answer(List<Discount> discounts) {}

    record Discount(int line, Money amount) {}
}
