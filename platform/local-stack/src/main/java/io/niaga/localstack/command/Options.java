package io.niaga.localstack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words after a verb: flags ({@code --timings}), lists ({@code --only a,b}) and names.
 *
 * @param flags among those the verb knows
 */
record Options(Set<String> flags, List<String> only, List<String> without, List<String> names) {

    /** Reads the words; one the verb does not know is the caller's mistake. */
    static Options of(List<String> words, String... known) {
        Set<String> allowed = Set.of(known);
        Set<String> flags = new TreeSet<>();
        List<String> only = new ArrayList<>();
        List<String> without = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String key = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (!word.startsWith("-")) {
                names.add(word);
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
        return new Options(flags, only, without, names);
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
