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
                    .map(Locale.LanguageRange::getRange)
                    .distinct()
                    .toList());
        } catch (IllegalArgumentException malformed) {
            return new Languages(List.of());
        }
    }

    /** The text in the first of these languages that there is one in, as the catalog chooses: that very tag, else a kin. */
    String best(Map<String, String> texts) {
        List<String> known = texts.keySet().stream().sorted().toList();
        return Stream.concat(wanted.stream(), FALLBACK.stream())
                .flatMap(language -> Stream.concat(
                        known.stream().filter(language::equalsIgnoreCase),
                        known.stream().filter(tag -> primary(tag).equalsIgnoreCase(primary(language)))))
                .findFirst()
                .or(() -> known.stream().findFirst())
                .map(texts::get)
                .orElse("");
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
