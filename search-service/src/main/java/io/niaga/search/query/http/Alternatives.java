package io.niaga.search.query.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Values with commas between, as a parameter holds them. A comma within a value has a backslash before it, and so has a
 * backslash; before anything else a backslash is only itself.
 */
final class Alternatives {
    private Alternatives() {}

    /** Without those that are blank. */
    static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\,", i) || text.startsWith("\\\\", i)) {
                value.append(text.charAt(++i));
            } else if (text.charAt(i) == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(text.charAt(i));
            }
        }
        values.add(value.toString());
        return values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    }

    /** The value as one of several. */
    static String escape(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,");
    }
}
