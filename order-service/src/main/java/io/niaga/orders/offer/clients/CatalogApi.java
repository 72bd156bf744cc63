package io.niaga.orders.offer.clients;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The catalog, as services ask it. */
@FeignClient(name = "catalog", url = "${niaga.clients.catalog.url}")
interface CatalogApi {
    @PostMapping("/internal/v1/price-lookups")
    PriceLookup.Answer lookUp(@RequestBody PriceLookup.Question question);
}
