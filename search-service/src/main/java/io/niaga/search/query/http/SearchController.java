package io.niaga.search.query.http;

import io.niaga.search.query.Found;
import io.niaga.search.query.Shelf;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.types.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
    private static final Set<String> KNOWN = Set.of("q", "facets", "store", "sort", "limit", "after");

    private final Shelf shelf;

    SearchController(Shelf shelf) {
        this.shelf = shelf;
    }

    @Operation(summary = "Find products by words and filters, and count what else there is")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words, at most 200 characters.",
            schema = @Schema(type = "string", maxLength = 200))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "Names whose values are counted, `colour,size,category`; at most 10.",
            schema = @Schema(type = "string"))
    @FilterParameters
    @GetMapping("/v1/search")
    ResponseEntity<SearchResultJson> searchProducts(
            @Parameter(hidden = true) HttpServletRequest request, PageRequest page) {
        Found found = shelf.find(new QueryText(request.getParameterMap(), KNOWN).question(page));
        Page<ListedProductJson> items = ListedProductJson.page(found, Languages.of(request));
        return ResponseEntity.ok()
                .headers(Pages.response(items, page).getHeaders())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(SearchResultJson.of(found, items));
    }
}
