package io.niaga.search.query.http;

import io.niaga.search.query.Found;
import io.niaga.search.query.Shelf;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.types.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shop's list; a single product is the catalog's. */
@RestController
class ProductController {
    private static final Set<String> KNOWN = Set.of("store", "sort", "limit", "after");

    private final Shelf shelf;

    ProductController(Shelf shelf) {
        this.shelf = shelf;
    }

    @Operation(summary = "List the products on sale")
    @FilterParameters
    @GetMapping("/v1/products")
    ResponseEntity<Page<ListedProductJson>> listProducts(
            @Parameter(hidden = true) HttpServletRequest request, PageRequest page) {
        Found found = shelf.find(new QueryText(request.getParameterMap(), KNOWN).question(page));
        Page<ListedProductJson> items = ListedProductJson.page(found, Languages.of(request));
        return ResponseEntity.ok()
                .headers(Pages.response(items, page).getHeaders())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(items);
    }
}
