package io.niaga.orders.returns.clients;

import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The warehouse, told what came back. */
@FeignClient(name = "fulfillment", contextId = "restocks", url = "${niaga.clients.fulfillment.url}")
interface RestockApi {
    @PutMapping("/internal/v1/restocks/{id}")
    State restock(@PathVariable("id") String id, @RequestBody Restock restock);

    record State(String id, String state) {}

    record Restock(String orderId, StoreId storeId, String reservationId, long fence, List<Line> lines) {}

    record Line(int line, Sku sku, int resellable, int damaged) {}
}
