package io.niaga.search.query.http;

import io.niaga.search.query.Completions;
import io.niaga.search.query.Typed;
import io.niaga.search.text.Fold;
import io.niaga.service.openapi.Contract;
import io.niaga.types.CommonProblem;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SuggestionController {
    private static final int LONGEST = 100;
    private static final int MOST = 20;

    private final Completions completions;

    SuggestionController(Completions completions) {
        this.completions = completions;
    }

    /** Phrases, then categories, then products. */
    record SuggestionsJson(List<SuggestionJson> items) {}

    @Operation(
            summary = "Complete what somebody is typing",
            description = "Phrases to search for, categories and published products, also when one letter is wrong.")
    @GetMapping("/v1/search/suggestions")
    @Contract(gives = {})
    ResponseEntity<SuggestionsJson> suggestSearches(
            @Parameter(description = "What was typed so far; a last space finishes the word.")
                    @RequestParam
                    @Schema(maxLength = LONGEST)
                    String q,
            @Parameter(description = "One store's suggestions; all stores' when left out.") @RequestParam @Nullable
                    StoreId store,
            @Parameter(
                            description = "How many at most.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "20", defaultValue = "8"))
                    @RequestParam(defaultValue = "8")
                    int limit,
            @Parameter(hidden = true) HttpServletRequest request) {
        check(q.length() <= LONGEST, "q", "it has at most " + LONGEST + " characters");
        check(limit >= 1 && limit <= MOST, "limit", "it is 1 to " + MOST);
        String text = Fold.of(q) + (q.endsWith(" ") ? " " : "");
        Languages languages = Languages.of(request);
        List<SuggestionJson> items = completions.complete(new Typed(text, store, limit)).stream()
                .map(suggestion -> SuggestionJson.of(suggestion, languages))
                .toList();
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(new SuggestionsJson(items));
    }

    private static void check(boolean holds, String parameter, String reason) {
        if (!holds) {
            throw CommonProblem.INVALID_PARAMETER.with("parameter", parameter).with("reason", reason);
        }
    }
}
