package io.niaga.localstack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words after a verb: flags ({@code --timings}), values ({@code --key k} or {@code --key=k}), lists
 * ({@code --only a,b}) and names.
 *
 * @param flags among those the verb knows
 * @param values of those the verb knows with an equals sign at their end, by their names without it
 */
record Options(
        Set<String> flags, Map<String, String> values, List<String> only, List<String> without, List<String> names) {

    /** Reads the words; one the verb does not know is the caller's mistake. */
    static Options of(List<String> words, String... known) {
        Set<String> allowed = Set.of(known);
        Set<String> flags = new TreeSet<>();
        Map<String, String> values = new TreeMap<>();
        List<String> only = new ArrayList<>();
        List<String> without = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String key = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (!word.startsWith("-")) {
                names.add(word);
            } else if (allowed.contains(key + "=")) {
                i += word.contains("=") ? 0 : 1;
                values.put(key, value(word, i < words.size() ? words.get(i) : ""));
            } else if (!allowed.contains(key)) {
                throw new IllegalArgumentException("Option " + word + " is unknown here; see ./niaga help.");
            } else if (key.equals("--only") || key.equals("--without")) {
                boolean inline = word.contains("=");
                String value = inline ? word.substring(key.length() + 1) : i + 1 < words.size() ? words.get(++i) : "";
                (key.equals("--only") ? only : without).addAll(List.of(value.split(",")));
            } else {
                flags.add(word);
            }
        }
        return new Options(flags, values, only, without, names);
    }

    private static String value(String word, String next) {
        String value = word.contains("=") ? word.substring(word.indexOf('=') + 1) : next;
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Option " + word + " needs a value; see ./niaga help.");
        }
        return value;
    }

    /** For verbs that are about the whole stack. */
    void requireNoNames() {
        if (!names.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + names.getFirst() + "\" is not understood here; see ./niaga help.");
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
