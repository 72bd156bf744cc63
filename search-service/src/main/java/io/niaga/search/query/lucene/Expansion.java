package io.niaga.search.query.lucene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a word may have been meant as.
 *
 * @param forms with how well each fits
 * @param correction the most likely word when it was misspelt
 */
record Expansion(List<Form> forms, @Nullable String correction) {
    Expansion {
        forms = List.copyOf(forms);
    }

    /** A form of the word, a tenth to ten tenths as good as the word itself. */
    record Form(String text, int tenths) {}
}
