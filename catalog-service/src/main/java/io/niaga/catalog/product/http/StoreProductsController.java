package io.niaga.catalog.product.http;

import io.niaga.catalog.category.CategoryId;
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
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A store's products, as its staff list them. */
@RestController
class StoreProductsController {
    private static final List<String> STATES = List.of("ARCHIVED", "DRAFT", "PUBLISHED", "UNPUBLISHED");

    private final ReadProducts read;

    StoreProductsController(ReadProducts read) {
        this.read = read;
    }

    @Operation(summary = "List a store's products for its staff, newest first; filters go together")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "All when left out.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"ARCHIVED", "DRAFT", "PUBLISHED", "UNPUBLISHED"}))
    @Parameter(
            name = "sku",
            in = ParameterIn.QUERY,
            description = "The product that has it, whole; an archived one has none any more.",
            schema = @Schema(type = "string", pattern = "^" + Sku.PATTERN + "$", example = "KMJ-PRG-CKL-M"))
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            description = "The id of one, with what is below it; an archived product stays where it was.",
            schema = @Schema(type = "string"))
    @GetMapping("/v1/stores/{store}/products")
    ResponseEntity<Page<ProductJson>> listStoreProducts(
            Actor actor,
            @PathVariable StoreId store,
            @Parameter(hidden = true) @RequestParam Map<String, String> query,
            PageRequest page) {
        Products.Query wanted = new Products.Query(
                store,
                given(query, "state", "one of " + String.join(", ", STATES), StoreProductsController::state),
                given(query, "sku", "a SKU", Sku::of),
                given(query, "category", "a category's id", CategoryId::of),
                after(page.after()),
                page.limit() + 1);
        List<Product> found = read.list(actor, wanted);
        boolean more = found.size() > page.limit();
        List<Product> shown = more ? found.subList(0, page.limit()) : found;
        String next = more ? Cursor.encode(List.of(shown.getLast().id().value())) : null;
        return Pages.response(new Page<>(shown, next).map(ProductJson::of), page);
    }

    private static <T> @Nullable T given(
            Map<String, String> query, String name, String what, Function<String, T> form) {
        String text = query.get(name);
        try {
            return text == null ? null : form.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw CommonProblem.INVALID_PARAMETER.with("parameter", name).with("reason", "it is " + what);
        }
    }

    private static String state(String text) {
        if (!STATES.contains(text)) {
            throw new IllegalArgumentException("no state");
        }
        return text;
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
