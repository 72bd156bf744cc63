package io.niaga.search.query.http;

import io.niaga.search.query.Found;
import io.niaga.search.query.Position;
import io.niaga.search.query.Question;
import io.niaga.search.query.Shelf;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.types.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
    private static final Set<String> OF_LIST = Set.of("store", "sort", "limit", "after");
    private static final Set<String> OF_SEARCH = Set.of("q", "facets", "store", "sort", "limit", "after");

    private final Shelf shelf;

    SearchController(Shelf shelf) {
        this.shelf = shelf;
    }

    @Operation(summary = "Find products by words and filters, and count what else there is")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Words, at most 200 characters.")
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "Names whose values are counted, `colour,size,category`; at most 10.")
    @FilterParameters
    @GetMapping("/v1/search")
    ResponseEntity<FoundJson> search(@Parameter(hidden = true) HttpServletRequest request, PageRequest page) {
        Found found = shelf.find(new QueryText(request.getParameterMap(), OF_SEARCH).question(page));
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(FoundJson.of(found, languages(request), cursor(found.next())));
    }

    @Operation(summary = "List the products on sale")
    @FilterParameters
    @GetMapping("/v1/products")
    ResponseEntity<Page<ItemJson>> products(@Parameter(hidden = true) HttpServletRequest request, PageRequest page) {
        Question question = new QueryText(request.getParameterMap(), OF_LIST).question(page);
        Found found = shelf.find(question);
        Languages languages = languages(request);
        Page<ItemJson> items = new Page<>(
                found.items().stream().map(item -> ItemJson.of(item, languages)).toList(), cursor(found.next()));
        return Pages.response(items, page);
    }

    private static Languages languages(HttpServletRequest request) {
        return Languages.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static @Nullable String cursor(@Nullable Position next) {
        return next == null ? null : Cursor.encode(next.texts());
    }
}
