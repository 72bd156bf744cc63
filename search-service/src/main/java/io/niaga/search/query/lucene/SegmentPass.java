package io.niaga.search.query.lucene;

import io.niaga.search.index.lucene.Fields;
import io.niaga.search.query.Sort;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;

/** The part of a {@link Pass} in one segment. */
final class SegmentPass {
    private static final int FIRST_ROOM = 32;
    /** What cannot be had sinks, but a better fit still wins. */
    private static final float OUT_FACTOR = 0.8f;

    private static final float STEPS = 10_000;

    private final LeafReaderContext leaf;
    private final Sort sort;
    private final Page page;
    private final Filtering filtering;
    private final VariantChoice choice;
    private final NumericDocValues variantCounts;
    private final NumericDocValues ties;
    private final NumericDocValues newSince;
    private int[] fitting = new int[FIRST_ROOM];

    SegmentPass(LeafReaderContext leaf, Sort sort, Page page, Filtering filtering, VariantChoice choice)
            throws IOException {
        this.leaf = leaf;
        this.sort = sort;
        this.page = page;
        this.filtering = filtering;
        this.choice = choice;
        variantCounts = DocValues.getNumeric(leaf.reader(), Fields.VARIANTS);
        ties = DocValues.getNumeric(leaf.reader(), Fields.TIE);
        newSince = DocValues.getNumeric(leaf.reader(), Fields.NEW_SINCE);
    }

    /** Looks at the products in this range of documents; how many they were. */
    int run(Scorer scorer, int from, int to) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator products = scorer.iterator();
        int seen = 0;
        for (int product = products.advance(from); product < to; product = products.nextDoc()) {
            if ((live == null || live.get(product)) && variantCounts.advanceExact(product)) {
                visit(product, (int) variantCounts.longValue(), scorer);
                seen++;
            }
        }
        return seen;
    }

    private void visit(int product, int variants, Scorable scorer) throws IOException {
        if (filtering.countsNothing() && sort == Sort.NEWEST && !page.wants(newest(product), tie(product))) {
            return;
        }
        fitting = ArrayUtil.growNoCopy(fitting, variants);
        int count = 0;
        for (int variant = product - variants; variant < product; variant++) {
            if (filtering.fits(variant, product)) {
                fitting[count++] = variant;
            }
        }
        if (count > 0) {
            rank(product, count, scorer);
        }
    }

    private void rank(int product, int count, Scorable scorer) throws IOException {
        float score = sort == Sort.RELEVANCE ? scorer.score() : 0;
        // Most products have no place on the page whatever their variants are, and choosing among those is dear.
        boolean hopeless = switch (sort) {
            case PRICE, PRICE_DOWN -> false;
            case NEWEST -> !page.wants(newest(product), tie(product));
            case RELEVANCE -> page.endsBefore(relevance(score, 1));
        };
        if (hopeless) {
            return;
        }
        int variant = choice.best(fitting, count);
        long key = switch (sort) {
            case PRICE -> choice.price();
            case PRICE_DOWN -> -choice.price();
            case NEWEST -> newest(product);
            case RELEVANCE -> relevance(score, choice.isOut() ? OUT_FACTOR : 1);
        };
        if (page.wants(key, tie(product))) {
            page.add(new Hit(key, tie(product), leaf.ord, product, variant));
        }
    }

    private static long relevance(float score, float factor) {
        return -(long) (score * STEPS * factor);
    }

    private long newest(int product) throws IOException {
        return newSince.advanceExact(product) ? -newSince.longValue() : 0;
    }

    private long tie(int product) throws IOException {
        return ties.advanceExact(product) ? ties.longValue() : 0;
    }
}
