package io.niaga.search.behaviour;

import io.niaga.search.text.Fold;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes of what somebody typed what may be kept of it: folded, short, without what would name a person by itself. */
public final class QueryText {
    public static final int LONGEST = 100;
    /** Mail addresses, and numbers long enough to be a telephone's, an account's or an identity card's. */
    private static final Pattern PERSONAL = Pattern.compile(".*@.*|(?:\\D*\\d){7,}\\D*");

    private static final Pattern NUMBER_IN_PARTS = Pattern.compile("\\+?\\d(?:[ ().-]{0,2}\\d){6,}");

    private QueryText() {}

    /** Perhaps nothing is left of it. */
    public static String of(String typed) {
        String folded = NUMBER_IN_PARTS.matcher(Fold.of(typed)).replaceAll(" ");
        String kept = Arrays.stream(folded.split(" "))
                .filter(word -> !word.isEmpty() && !PERSONAL.matcher(word).matches())
                .collect(Collectors.joining(" "));
        return kept.length() <= LONGEST
                ? kept
                : kept.substring(0, kept.offsetByCodePoints(0, kept.codePointCount(0, LONGEST)))
                        .strip();
    }
}
