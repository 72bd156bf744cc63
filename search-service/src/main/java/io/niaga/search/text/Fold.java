package io.niaga.search.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which names and values are compared: lower case, composed, single spaces. */
public final class Fold {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Fold() {}

    public static String of(String text) {
        return plain(text).toLowerCase(Locale.ROOT);
    }

    /** The same without changing case: what is shown. */
    public static String plain(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }
}
