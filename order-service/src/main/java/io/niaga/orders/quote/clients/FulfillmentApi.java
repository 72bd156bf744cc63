package io.niaga.orders.quote.clients;

import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The warehouse, asked for promises. */
@FeignClient(name = "fulfillment", contextId = "promises", url = "${niaga.clients.fulfillment.url}")
interface FulfillmentApi {
    @PostMapping("/internal/v1/promises")
    Answer promise(@RequestBody Question question);

    record Question(StoreId storeId, String currency, List<Line> lines, Destination destination) {}

    record Line(Sku sku, int quantity) {}

    record Destination(@Nullable String villageCode, String postalCode, String country) {}

    record Answer(List<Option> options, List<Available> lines) {}

    record Option(String id, String carrier, String service, Money price, Instant promisedBy) {}

    record Available(Sku sku, int available) {}
}
