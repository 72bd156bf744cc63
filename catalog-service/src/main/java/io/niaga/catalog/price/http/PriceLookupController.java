package io.niaga.catalog.price.http;

import io.niaga.catalog.price.LookUpPrices;
import io.niaga.types.Actor;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Prices for the services that sell. */
@RestController
class PriceLookupController {
    private final LookUpPrices prices;

    PriceLookupController(LookUpPrices prices) {
        this.prices = prices;
    }

    @PostMapping("/internal/v1/price-lookups")
    PriceLookupJson lookUp(Actor.Service caller, @RequestBody PriceLookupJson.Request request) {
        return PriceLookupJson.of(prices.of(request.storeId(), request.skus()), request.language());
    }
}
