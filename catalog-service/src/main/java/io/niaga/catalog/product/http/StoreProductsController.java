package io.niaga.catalog.product.http;

import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.Products;
import io.niaga.catalog.product.ReadProducts;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A store's products, as its staff list them. */
@RestController
class StoreProductsController {
    private static final Set<String> STATES = Set.of("DRAFT", "PUBLISHED", "UNPUBLISHED", "ARCHIVED");

    private final ReadProducts read;

    StoreProductsController(ReadProducts read) {
        this.read = read;
    }

    @Operation(summary = "All of a store's products for its staff, newest first")
    @GetMapping("/v1/stores/{store}/products")
    ResponseEntity<Page<ProductJson>> list(
            Actor actor,
            @PathVariable StoreId store,
            @RequestParam(required = false) @Nullable String state,
            PageRequest page) {
        if (state != null && !STATES.contains(state)) {
            throw CommonProblem.INVALID_PARAMETER
                    .with("parameter", "state")
                    .with(
                            "reason",
                            "it is one of "
                                    + String.join(", ", STATES.stream().sorted().toList()));
        }
        List<Product> found = read.list(actor, new Products.Query(store, state, after(page.after()), page.limit() + 1));
        boolean more = found.size() > page.limit();
        List<Product> shown = more ? found.subList(0, page.limit()) : found;
        String next = more ? Cursor.encode(List.of(shown.getLast().id().value())) : null;
        return Pages.response(new Page<>(shown, next).map(ProductJson::of), page);
    }

    private static @Nullable ProductId after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return ProductId.of(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.refused();
        }
    }
}
