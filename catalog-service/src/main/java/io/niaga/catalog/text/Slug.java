package io.niaga.catalog.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as it stands in an address: {@code kemeja-parang}. 1 to 100 of {@code a-z 0-9 -}, not at its ends a hyphen. */
public final class Slug {
    public static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";
    public static final int LONGEST = 100;
    private static final Pattern SHAPE = Pattern.compile(PATTERN);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_DERIVED = 80;

    private Slug() {}

    public static boolean isValid(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    /** From a name; the fallback when nothing of it can stand in an address. */
    public static String of(String name, String fallback) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("&", " ");
        String slug = trimmed(OTHERS.matcher(plain).replaceAll("-"));
        return slug.isEmpty() ? fallback : slug;
    }

    private static String trimmed(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = Math.min(text.length(), LONGEST_DERIVED + start);
        while (end > start && text.charAt(end - 1) == '-') {
            end--;
        }
        return text.substring(Math.min(start, end), end);
    }
}
