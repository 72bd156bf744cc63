package io.niaga.search.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * A word of a question or a text.
 *
 * @param text lower case, without accents
 * @param stems its Indonesian and English stems, each behind {@link #STEM}
 * @param common so frequent in one of the languages that it decides nothing
 */
public record Word(String text, List<String> stems, boolean common) {
    /** Stems live beside words in the same fields; this sign keeps them apart. */
    public static final String STEM = "~";

    private static final int ONE_TYPO = 5;
    private static final int TWO_TYPOS = 9;

    public Word {
        stems = List.copyOf(stems);
    }

    /** The word itself first, then its stems. */
    public List<String> forms() {
        return Stream.concat(Stream.of(text), stems.stream()).toList();
    }

    /** How many letters may be wrong: none in short words, codes and numbers. */
    public int typosAllowed() {
        if (text.length() < ONE_TYPO || text.chars().anyMatch(Character::isDigit)) {
            return 0;
        }
        return text.length() < TWO_TYPOS ? 1 : 2;
    }
}
