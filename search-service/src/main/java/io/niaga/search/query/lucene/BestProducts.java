package io.niaga.search.query.lucene;

import io.niaga.search.index.lucene.Card;
import io.niaga.search.index.lucene.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the best of the products that fit: what can be had, then what begins as it was typed, then what has short names; the
 * rest is decided by the product alone, so it is the same everywhere.
 */
final class BestProducts {
    private static final int LONGEST_NAME = 63;

    /** A product's place, and where it is. */
    private record Place(long rank, long tie, LeafReader leaf, int product) {
        static final Comparator<Place> BEST_FIRST =
                Comparator.comparingLong(Place::rank).reversed().thenComparingLong(Place::tie);
    }

    private static final int AVAILABLE = 1 << 8;
    private static final int OPENS = 1 << 7;

    private final int most;
    private final PriorityQueue<Place> best = new PriorityQueue<>(Place.BEST_FIRST.reversed());

    BestProducts(int most) {
        this.most = most;
    }

    /** Takes in all that the query finds; what it scores above nothing opens as it was typed. */
    void over(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1f);
        for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(context);
            if (scorer != null) {
                over(new Leaf(context.reader()), scorer);
            }
        }
    }

    private void over(Leaf leaf, Scorer scorer) throws IOException {
        Bits live = leaf.reader.getLiveDocs();
        DocIdSetIterator products = scorer.iterator();
        for (int product = products.nextDoc(); product != DocIdSetIterator.NO_MORE_DOCS; product = products.nextDoc()) {
            if (live == null || live.get(product)) {
                long rank = leaf.isAvailable(product) ? AVAILABLE : 0;
                rank |= scorer.score() > 0 ? OPENS : 0;
                rank |= LONGEST_NAME - leaf.length(product);
                best.add(new Place(rank, leaf.tie(product), leaf.reader, product));
                if (best.size() > most) {
                    best.poll();
                }
            }
        }
    }

    /** What is read of products in one part of the index, in their order. */
    private static final class Leaf {
        private final LeafReader reader;
        private final NumericDocValues variants;
        private final NumericDocValues availability;
        private final NumericDocValues ties;
        private final @Nullable NumericDocValues lengths;

        Leaf(LeafReader reader) throws IOException {
            this.reader = reader;
            variants = DocValues.getNumeric(reader, Fields.VARIANTS);
            availability = DocValues.getNumeric(reader, Fields.AVAILABILITY);
            ties = DocValues.getNumeric(reader, Fields.TIE);
            lengths = reader.getNormValues(Fields.NAME);
        }

        long tie(int product) throws IOException {
            return ties.advanceExact(product) ? ties.longValue() : 0;
        }

        int length(int product) throws IOException {
            NumericDocValues norms = lengths;
            return norms != null && norms.advanceExact(product)
                    ? Math.min(LONGEST_NAME, SmallFloat.byte4ToInt((byte) norms.longValue()))
                    : LONGEST_NAME;
        }

        /** Variants stand right before their product. */
        boolean isAvailable(int product) throws IOException {
            long count = variants.advanceExact(product) ? variants.longValue() : 0;
            for (int variant = product - (int) count; variant < product; variant++) {
                if (availability.advanceExact(variant) && availability.longValue() > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Best first. */
    List<Card> cards() throws IOException {
        List<Place> places = new ArrayList<>(best);
        places.sort(Place.BEST_FIRST);
        List<Card> found = new ArrayList<>();
        for (Place place : places) {
            BinaryDocValues cards = DocValues.getBinary(place.leaf(), Fields.CARD);
            if (cards.advanceExact(place.product())) {
                found.add(Card.decode(cards.binaryValue()));
            }
        }
        return found;
    }
}
