package io.niaga.catalog.price.http;

import io.niaga.catalog.price.ChangePrices;
import io.niaga.catalog.price.PriceChange;
import io.niaga.catalog.product.EditProduct;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.catalog.store.Store;
import io.niaga.service.http.Etags;
import io.niaga.types.Actor;
import io.niaga.types.Precondition;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prices by SKU, as staff and partners set them. */
@RestController
class PriceController {
    private final ChangePrices prices;
    private final ChooseStore stores;

    PriceController(ChangePrices prices, ChooseStore stores) {
        this.prices = prices;
        this.stores = stores;
    }

    @Operation(
            summary = "Set the price of one SKU; all else of its product stays",
            description = "The store defaults to the actor's only one. If-Match is honoured, and not needed: "
                    + "what else is changed at the same time is kept.")
    @PutMapping("/v1/prices/{sku}")
    ResponseEntity<PriceJson> setPrice(
            Actor actor,
            @PathVariable Sku sku,
            @RequestParam(required = false) @Nullable StoreId store,
            Precondition precondition,
            @RequestBody PriceJson.Write body) {
        Store chosen = stores.forStaff(actor, EditProduct.ACTION, store);
        PriceChange change = new PriceChange(sku, body.price());
        Product product = prices.one(actor, chosen, change, precondition);
        return Etags.ok(product.revision(), PriceJson.of(product, change));
    }

    @Operation(
            summary = "Set the prices of the SKUs that are named, 500 at most; all others stay",
            description = "Each row has its own outcome: CHANGED, UNCHANGED, or REJECTED with SKU_UNKNOWN, SKU_TWICE, "
                    + "NEGATIVE, CURRENCY_MISMATCH or, to be sent again later, CONCURRENT_CHANGE or OUTBOX_FULL. "
                    + "What is sent again changes nothing more.")
    @PutMapping("/v1/prices")
    PriceJson.Outcomes setPrices(
            Actor actor, @RequestParam(required = false) @Nullable StoreId store, @RequestBody PriceJson.Batch body) {
        Store chosen = stores.forStaff(actor, EditProduct.ACTION, store);
        List<PriceChange> rows = body.changes();
        return PriceJson.Outcomes.of(rows, prices.all(actor, chosen, rows));
    }
}
