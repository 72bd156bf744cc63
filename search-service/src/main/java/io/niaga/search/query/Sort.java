package io.niaga.search.query;

import java.util.Arrays;
import java.util.Optional;

/** The order of items; ties are broken the same way always. */
public enum Sort {
    RELEVANCE("relevance"),
    PRICE("price"),
    PRICE_DOWN("-price"),
    NEWEST("newest");

    private final String word;

    Sort(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Sort> of(String word) {
        return Arrays.stream(values()).filter(sort -> sort.word.equals(word)).findFirst();
    }
}
