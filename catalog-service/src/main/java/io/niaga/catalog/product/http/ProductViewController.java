package io.niaga.catalog.product.http;

import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.ProductPage;
import io.niaga.catalog.product.Products;
import io.niaga.catalog.product.ReadProducts;
import io.niaga.catalog.product.ShowProduct;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products, as buyers see them and as staff list them. */
@RestController
class ProductViewController {
    private static final Set<String> STATES = Set.of("DRAFT", "PUBLISHED", "UNPUBLISHED", "ARCHIVED");

    private final ShowProduct show;
    private final ReadProducts read;
    private final ChooseStore stores;

    ProductViewController(ShowProduct show, ReadProducts read, ChooseStore stores) {
        this.show = show;
        this.read = read;
        this.stores = stores;
    }

    /** One product; {@code view=management} is for the store's staff. */
    @GetMapping("/v1/products/{id}")
    ResponseEntity<Object> byId(
            Actor actor,
            @PathVariable ProductId id,
            @RequestParam(defaultValue = "shop") String view,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        return switch (View.of(view)) {
            case SHOP -> shop(show.byId(actor, id, language));
            case MANAGEMENT -> management(read.forStaff(actor, id));
        };
    }

    /** One product by its slug, in the given store or the first. */
    @GetMapping("/v1/products/by-slug/{slug}")
    ResponseEntity<Object> bySlug(
            Actor actor,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(defaultValue = "shop") String view,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        return switch (View.of(view)) {
            case SHOP -> shop(show.bySlug(actor, store, slug, language));
            case MANAGEMENT ->
                management(read.forStaff(actor, stores.forShop(store).id(), slug));
        };
    }

    private static ResponseEntity<Object> shop(ProductPage page) {
        return ResponseEntity.ok()
                .eTag(Etags.of(page.product().revision()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(ProductPageJson.of(page));
    }

    private static ResponseEntity<Object> management(Product product) {
        return Etags.ok(product.revision(), ProductJson.of(product));
    }

    /** All of a store's products for its staff, newest first. */
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
