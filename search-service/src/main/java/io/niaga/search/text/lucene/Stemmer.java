package io.niaga.search.text.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Stems single words in both languages. For one thread. */
final class Stemmer {
    private final OneWord word = new OneWord();
    private final TokenStream indonesian = new IndonesianStemFilter(word);
    private final CharTermAttribute stemmed = indonesian.getAttribute(CharTermAttribute.class);
    private final EnglishStemmer english = new EnglishStemmer();

    String indonesian(String text) {
        try {
            word.next(text);
            indonesian.incrementToken();
            return stemmed.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String english(String text) {
        english.setCurrent(text);
        english.stem();
        return english.getCurrent();
    }

    /** A stream of the one word it was given last. */
    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String text = "";

        void next(String next) {
            text = next;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            term.setEmpty().append(text);
            return true;
        }
    }
}
