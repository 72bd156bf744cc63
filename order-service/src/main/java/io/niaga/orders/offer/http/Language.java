package io.niaga.orders.offer.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The language a caller wants to read, from {@code Accept-Language}: the first one named, Indonesian when none is. */
public final class Language {
    private static final String USUAL = "id";

    private Language() {}

    /** Of the request that is being answered. */
    public static String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? of(request.getRequest().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                : USUAL;
    }

    static String of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return USUAL;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            String first = Locale.forLanguageTag(ranges.getFirst().getRange()).getLanguage();
            return first.isEmpty() ? USUAL : first;
        } catch (IllegalArgumentException malformed) {
            return USUAL;
        }
    }
}
