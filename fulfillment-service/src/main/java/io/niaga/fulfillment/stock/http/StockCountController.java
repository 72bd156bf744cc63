package io.niaga.fulfillment.stock.http;

import io.niaga.fulfillment.stock.ImportCounts;
import io.niaga.types.Actor;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockCountController {
    private final ImportCounts counts;

    StockCountController(ImportCounts counts) {
        this.counts = counts;
    }

    @PostMapping("/internal/v1/stock-counts")
    StockCountJson.Outcomes count(Actor.Service caller, @RequestBody StockCountJson body) {
        return body.with(counts.count(caller, body.storeId(), body.toReason(), body.toItems()));
    }
}
