package io.niaga.system.access;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Puts values where {@code {names}} stand in a text. */
final class Filling {
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z.-]+)}");

    private Filling() {}

    static String fill(String text, UnaryOperator<String> values) {
        return NAME.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(values.apply(found.group(1))));
    }
}
