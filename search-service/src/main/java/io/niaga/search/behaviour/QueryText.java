package io.niaga.search.behaviour;

import io.niaga.search.text.Fold;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes of what somebody typed what may be kept of it: folded, short, without what would name a person by itself. */
public final class QueryText {
    public static final int LONGEST = 100;
    /** Mail addresses, and numbers long enough to be a telephone's, an account's or an identity card's. */
    private static final Pattern PERSONAL = Pattern.compile(".*@.*|(?:\\P{Nd}*+\\p{Nd}){7,}+\\P{Nd}*");

    /** However its parts are kept apart: {@code 0812-3456}, {@code 0812 - 3456}, {@code 0812, 3456}. */
    private static final Pattern NUMBER_IN_PARTS = Pattern.compile("\\+?\\p{Nd}(?:[^\\p{L}\\p{Nd}]{0,4}+\\p{Nd}){6,}+");

    /** From one amount to another, of six digits at most; telephone numbers begin with a nought or a plus. */
    private static final String AMOUNT = "[1-9]\\p{Nd}{0,2}(?:[.,]?\\p{Nd}{3})?";

    private static final Pattern PRICES = Pattern.compile(AMOUNT + " [-–] " + AMOUNT);

    private QueryText() {}

    /** Perhaps nothing is left of it. */
    public static String of(String typed) {
        String folded = NUMBER_IN_PARTS
                .matcher(Fold.of(typed))
                .replaceAll(number -> PRICES.matcher(number.group()).matches() ? number.group() : " ");
        String kept = Arrays.stream(folded.split(" "))
                .filter(word -> !word.isEmpty() && !PERSONAL.matcher(word).matches())
                .collect(Collectors.joining(" "));
        return kept.length() <= LONGEST
                ? kept
                : kept.substring(0, kept.offsetByCodePoints(0, kept.codePointCount(0, LONGEST)))
                        .strip();
    }
}
