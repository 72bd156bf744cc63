package io.niaga.search.text.lucene;

import java.util.Map;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * BM25 (Robertson and Zaragoza 2009) without its collection statistics: the average lengths are fixed per field, the rarity
 * of a word comes in as boost. So a document's score depends on the document and the question alone, and a cursor keeps its
 * place while other documents come and go, on every replica.
 */
public final class SteadySimilarity extends Similarity {
    private static final float SATURATION = 1.0f;
    private static final float LENGTH_WEIGHT = 0.35f;
    private static final float USUAL_LENGTH = 8f;

    private final Map<String, Integer> usualLengths;

    /** With the usual number of words by field. */
    public SteadySimilarity(Map<String, Integer> usualLengths) {
        this.usualLengths = Map.copyOf(usualLengths);
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        Integer usual = usualLengths.get(collection.field());
        return new SteadyScorer(boost, usual == null ? USUAL_LENGTH : usual);
    }

    private static final class SteadyScorer extends SimScorer {
        private final float boost;
        private final float usual;

        SteadyScorer(float boost, float usual) {
            this.boost = boost;
            this.usual = usual;
        }

        @Override
        public float score(float frequency, long norm) {
            float length = SmallFloat.byte4ToInt((byte) norm);
            float slow = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / usual);
            return boost * frequency * (SATURATION + 1) / (frequency + slow);
        }
    }
}
