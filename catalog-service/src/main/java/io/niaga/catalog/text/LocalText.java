package io.niaga.catalog.text;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One text in several languages, by language tag ({@code id}, {@code en-GB}); plain text, never markup. */
public record LocalText(Map<String, String> texts) {
    public static final LocalText EMPTY = new LocalText(Map.of());

    public LocalText {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    public static LocalText of(String language, String text) {
        return new LocalText(Map.of(language, text));
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The text in the first of these languages that there is one in, else in whichever there is. */
    public Optional<String> in(List<String> languages) {
        for (String language : languages) {
            Optional<String> found = in(language);
            if (found.isPresent()) {
                return found;
            }
        }
        return texts.values().stream().findFirst();
    }

    private Optional<String> in(String language) {
        String exact = texts.get(language);
        if (exact != null) {
            return Optional.of(exact);
        }
        String wanted = primary(language);
        return texts.entrySet().stream()
                .filter(entry -> primary(entry.getKey()).equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String primary(String language) {
        int end = language.indexOf('-');
        return end < 0 ? language : language.substring(0, end);
    }

    /** These texts, and the other's in their place where it has some. */
    public LocalText overlaid(LocalText other) {
        if (other.isEmpty()) {
            return this;
        }
        Map<String, String> all = new TreeMap<>(texts);
        all.putAll(other.texts);
        return new LocalText(all);
    }

    public int length() {
        return texts.values().stream().mapToInt(String::length).sum();
    }
}
