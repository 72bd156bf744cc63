package io.niaga.catalog.exchange.clients;

import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Fulfillment, as imports need it. */
@FeignClient(name = "fulfillment", url = "${niaga.clients.fulfillment.url}")
public interface FulfillmentClient {
    @PostMapping(value = "/internal/v1/stock-counts", consumes = "application/json", produces = "application/json")
    Answer count(@RequestBody Counts counts);

    /** What was counted. */
    record Counts(StoreId storeId, String reason, List<Count> items) {}

    record Count(Sku sku, int onHand) {}

    record Answer(List<Counted> items) {}

    /** What became of it: CHANGED, UNCHANGED or REJECTED. */
    record Counted(Sku sku, String outcome, @Nullable String code) {}
}
