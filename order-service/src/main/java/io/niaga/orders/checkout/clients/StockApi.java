package io.niaga.orders.checkout.clients;

import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The warehouse, commanded to keep stock for an order. */
@FeignClient(name = "fulfillment", contextId = "reservations", url = "${niaga.clients.fulfillment.url}")
interface StockApi {
    @PutMapping("/internal/v1/reservations/{id}")
    State reserve(@PathVariable("id") String id, @RequestBody Reservation reservation);

    @PutMapping("/internal/v1/reservations/{id}/commitment")
    State commit(@PathVariable("id") String id, @RequestBody Fence fence);

    @PutMapping("/internal/v1/reservations/{id}/address")
    State redirect(@PathVariable("id") String id, @RequestBody Redirection redirection);

    @DeleteMapping("/internal/v1/reservations/{id}")
    State release(@PathVariable("id") String id, @RequestParam("fence") long fence);

    record State(String id, String state) {}

    record Fence(long fence) {}

    record Redirection(long fence, Destination address) {}

    record Reservation(
            String orderId,
            String orderNumber,
            StoreId storeId,
            long fence,
            List<Line> lines,
            Shipping shipping,
            Destination address,
            Instant payBy) {}

    record Line(int line, Sku sku, int quantity) {}

    record Shipping(String optionId, String carrier, String service, Instant promisedBy) {}

    record Destination(
            String recipient,
            String phone,
            List<String> lines,
            @Nullable String villageCode,
            String postalCode,
            String country) {}
}
