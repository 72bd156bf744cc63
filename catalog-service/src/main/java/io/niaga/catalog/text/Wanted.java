package io.niaga.catalog.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In which languages somebody would like to read, best first: theirs, then the store's. */
public final class Wanted {
    private static final int LONGEST = 500;

    private Wanted() {}

    /** From {@code Accept-Language}; one that cannot be read says nothing. */
    public static List<String> languages(String acceptLanguage, List<String> ofStore) {
        List<String> wanted = new ArrayList<>();
        if (!acceptLanguage.isBlank() && acceptLanguage.length() <= LONGEST) {
            try {
                Locale.LanguageRange.parse(acceptLanguage).stream()
                        .filter(range ->
                                range.getWeight() > 0 && !range.getRange().contains("*"))
                        .map(range -> Locale.forLanguageTag(range.getRange()).toLanguageTag())
                        .forEach(wanted::add);
            } catch (IllegalArgumentException unreadable) {
                wanted.clear();
            }
        }
        wanted.addAll(ofStore);
        return List.copyOf(wanted);
    }
}
