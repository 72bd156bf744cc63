package io.niaga.catalog.text;

import io.niaga.types.FieldError;
import java.util.List;
import java.util.regex.Pattern;

/** What may stand in a text; finds say where, by JSON Pointer. */
public final class TextRules {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int MOST_LANGUAGES = 20;

    private TextRules() {}

    public static void check(LocalText text, String pointer, int longest, List<FieldError> found) {
        if (text.texts().size() > MOST_LANGUAGES) {
            found.add(new FieldError(pointer, "TOO_MANY", "At most " + MOST_LANGUAGES + " languages."));
        }
        text.texts().forEach((language, value) -> {
            String at = pointer + "/" + escaped(language);
            if (!LANGUAGE.matcher(language).matches()) {
                found.add(new FieldError(at, "LANGUAGE_INVALID", "A language is a tag such as id or en-GB."));
            }
            check(value, at, longest, found);
        });
    }

    /** A text that is there has something in it, no control characters, and is not too long. */
    public static void check(String text, String pointer, int longest, List<FieldError> found) {
        if (text.isBlank()) {
            found.add(new FieldError(pointer, "BLANK", "A text is not blank; leave it out instead."));
        } else if (text.length() > longest) {
            found.add(new FieldError(pointer, "TOO_LONG", "At most " + longest + " characters."));
        } else if (!text.chars().allMatch(TextRules::isPrintable) || !isPaired(text)) {
            found.add(new FieldError(pointer, "CONTROL_CHARACTER", "Only printable characters and line breaks."));
        }
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' ? c != 0x7f && c != 0xfffe && c != 0xffff : c == '\n' || c == '\t' || c == '\r';
    }

    /** Half of a surrogate pair is not a character and cannot be written as UTF-8. */
    private static boolean isPaired(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** One step of a JSON Pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
