package io.niaga.service.sample.clients;

import io.niaga.types.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "catalog", url = "${niaga.clients.catalog.url}")
public interface CatalogClient {
    record Lookup(List<String> skus) {}

    record Price(String sku, Money unitPrice, @Nullable String image) {}

    @PostMapping("/internal/v1/price-lookups")
    List<Price> lookUp(@RequestBody Lookup lookup);

    @GetMapping("/internal/v1/prices/{sku}")
    Price price(@PathVariable("sku") String sku, @RequestParam("fence") long fence);
}
