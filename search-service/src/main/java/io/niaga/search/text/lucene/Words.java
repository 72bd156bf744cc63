package io.niaga.search.text.lucene;

import io.niaga.search.text.Word;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Reads the words of a question as {@link WordAnalyzer} reads texts. Safe for threads; the readers are pooled here because
 * Lucene keeps its own per thread, and a request's thread is new each time.
 */
public final class Words {
    private static final int POOLED = 16;
    private static final CharArraySet INDONESIAN = IndonesianAnalyzer.getDefaultStopSet();
    private static final CharArraySet ENGLISH = EnglishAnalyzer.getDefaultStopSet();

    private final Queue<Breaker> idle = new ArrayBlockingQueue<>(POOLED);

    /** The words in their order. */
    public List<Word> of(String text) {
        Breaker breaker = idle.poll();
        if (breaker == null) {
            breaker = new Breaker();
        }
        List<Word> words = breaker.read(text);
        // One that failed is not given back: its state would be unknown.
        idle.offer(breaker);
        return words;
    }

    private static final class Breaker {
        private final Tokenizer source = new StandardTokenizer();
        private final TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(source));
        private final CharTermAttribute term = words.getAttribute(CharTermAttribute.class);
        private final Stemmer stemmer = new Stemmer();

        List<Word> read(String text) {
            List<Word> found = new ArrayList<>();
            try {
                source.setReader(new StringReader(text));
                words.reset();
                while (words.incrementToken()) {
                    found.add(word(term.toString()));
                }
                words.end();
                words.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return found;
        }

        private Word word(String text) {
            String indonesian = Word.STEM + stemmer.indonesian(text);
            String english = Word.STEM + stemmer.english(text);
            List<String> stems = indonesian.equals(english) ? List.of(indonesian) : List.of(indonesian, english);
            return new Word(text, stems, INDONESIAN.contains(text) || ENGLISH.contains(text));
        }
    }
}
