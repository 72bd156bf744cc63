package io.niaga.search.text.lucene;

import io.niaga.search.text.Word;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Lets every word be followed, at its own place, by its stems. Both languages' stems are given whatever the language of the
 * text says: shops mix them in one sentence.
 */
final class StemsFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Stemmer stemmer = new Stemmer();
    private final Deque<String> waiting = new ArrayDeque<>(2);

    StemsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        String stem = waiting.poll();
        if (stem != null) {
            term.setEmpty().append(Word.STEM).append(stem);
            step.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString();
        String indonesian = stemmer.indonesian(word);
        String english = stemmer.english(word);
        waiting.add(indonesian);
        if (!english.equals(indonesian)) {
            waiting.add(english);
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }
}
