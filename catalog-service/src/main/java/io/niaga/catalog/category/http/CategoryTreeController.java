package io.niaga.catalog.category.http;

import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.ReadCategories;
import io.niaga.catalog.product.http.View;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.Wanted;
import io.niaga.service.http.Etags;
import io.niaga.service.openapi.Among;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The category tree, as everybody sees it. */
@RestController
class CategoryTreeController {
    private final ReadCategories categories;
    private final ChooseStore stores;

    CategoryTreeController(ReadCategories categories, ChooseStore stores) {
        this.categories = categories;
        this.stores = stores;
    }

    @Operation(summary = "List the category tree of the given store, or of the first")
    @GetMapping("/v1/categories")
    ResponseEntity<Page<CategoryNodeJson>> listCategories(
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        Store chosen = stores.forShop(store);
        List<String> languages = Wanted.languages(language, chosen.languages());
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(new Page<>(CategoryNodeJson.trees(categories.ofStore(chosen), languages), null));
    }

    @Operation(summary = "Read a category without what is below it; view=management is for the store's staff")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {CategoryNodeJson.class, CategoryJson.class})))
    @GetMapping("/v1/categories/{id}")
    @Contract(guests = Contract.ANYBODY)
    ResponseEntity<Object> getCategory(
            Actor actor,
            @PathVariable CategoryId id,
            @RequestParam(defaultValue = "shop") @Among(View.class) String view,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        if (view.equals("management")) {
            Category category = categories.forStaff(actor, id);
            return Etags.ok(category.revision(), CategoryJson.of(category));
        }
        if (!view.equals("shop")) {
            throw CommonProblem.INVALID_PARAMETER.with("parameter", "view").with("reason", "it is shop or management");
        }
        Category category = categories.one(id);
        List<String> languages =
                Wanted.languages(language, stores.forShop(category.store()).languages());
        return ResponseEntity.ok()
                .eTag(Etags.of(category.revision(), languages))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(CategoryNodeJson.of(category, languages, List.of()));
    }
}
