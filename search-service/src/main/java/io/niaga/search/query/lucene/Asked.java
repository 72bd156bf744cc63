package io.niaga.search.query.lucene;

import io.niaga.search.text.Word;
import io.niaga.search.text.lucene.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The words of a question.
 *
 * @param words the first of them, each once; enough for anything anybody means
 * @param skus what may be a SKU
 */
record Asked(List<Word> words, List<String> skus) {
    static final Asked NOTHING = new Asked(List.of(), List.of());
    private static final int MOST = 16;
    private static final int LONGEST_SKU = 64;

    static Asked of(String text, Words reader) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        List<String> skus = Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_SKU)
                .distinct()
                .limit(MOST)
                .toList();
        return new Asked(reader.of(text).stream().distinct().limit(MOST).toList(), skus);
    }

    boolean isEmpty() {
        return words.isEmpty() && skus.isEmpty();
    }

    /** Whether all are common words: then they are what is looked for. */
    boolean onlyCommon() {
        return words.stream().allMatch(Word::common);
    }
}
