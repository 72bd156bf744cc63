package io.niaga.catalog.product.http;

import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.ProductPage;
import io.niaga.catalog.product.ReadProducts;
import io.niaga.catalog.product.ShowProduct;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.service.http.Etags;
import io.niaga.service.openapi.Among;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products, as buyers see them. */
@RestController
class ProductPageController {
    private final ShowProduct show;
    private final ReadProducts read;
    private final ChooseStore stores;

    ProductPageController(ShowProduct show, ReadProducts read, ChooseStore stores) {
        this.show = show;
        this.read = read;
        this.stores = stores;
    }

    @Operation(summary = "Read a product; view=management is for the store's staff")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {ShownProductJson.class, ProductJson.class})))
    @GetMapping("/v1/products/{id}")
    @Contract(guests = Contract.ANYBODY)
    ResponseEntity<Object> getProduct(
            Actor actor,
            @PathVariable ProductId id,
            @RequestParam(defaultValue = "shop") @Among(View.class) String view,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        return switch (View.of(view)) {
            case SHOP -> shop(show.byId(actor, id, language));
            case MANAGEMENT -> management(read.forStaff(actor, id));
        };
    }

    @Operation(summary = "Read a product by its slug, in the given store or the first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {ShownProductJson.class, ProductJson.class})))
    @GetMapping("/v1/products/by-slug/{slug}")
    @Contract(guests = Contract.ANYBODY)
    ResponseEntity<Object> getProductBySlug(
            Actor actor,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(defaultValue = "shop") @Among(View.class) String view,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        return switch (View.of(view)) {
            case SHOP -> shop(show.bySlug(actor, store, slug, language));
            case MANAGEMENT ->
                management(read.forStaff(actor, stores.forShop(store).id(), slug));
        };
    }

    private static ResponseEntity<Object> shop(ProductPage page) {
        return ResponseEntity.ok()
                .eTag(Etags.of(page.product().revision(), page.rest()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(ShownProductJson.of(page));
    }

    private static ResponseEntity<Object> management(Product product) {
        return Etags.ok(product.revision(), ProductJson.of(product));
    }
}
