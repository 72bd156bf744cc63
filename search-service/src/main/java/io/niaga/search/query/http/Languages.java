package io.niaga.search.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** In which languages a caller wants to read, best first. */
record Languages(List<String> wanted) {
    private static final int LONGEST = 200;
    /** What is shown to those who want none of the languages there are. */
    private static final List<String> FALLBACK = List.of("id", "en");

    /** From {@code Accept-Language}; one that cannot be read wants nothing. */
    static Languages of(HttpServletRequest request) {
        return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Languages of(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return new Languages(List.of());
        }
        try {
            return new Languages(Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-")[0])
                    .distinct()
                    .toList());
        } catch (IllegalArgumentException malformed) {
            return new Languages(List.of());
        }
    }

    String best(Map<String, String> texts) {
        return Stream.of(
                        wanted.stream(),
                        FALLBACK.stream(),
                        texts.keySet().stream().sorted())
                .flatMap(languages -> languages)
                .filter(texts::containsKey)
                .map(texts::get)
                .findFirst()
                .orElse("");
    }
}
