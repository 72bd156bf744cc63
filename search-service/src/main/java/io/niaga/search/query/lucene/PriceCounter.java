package io.niaga.search.query.lucene;

import io.niaga.search.index.Price;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.query.Filter;
import io.niaga.search.query.Found;
import io.niaga.search.query.PriceRange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * Counts prices in fixed ranges, 1–2–5 per decade. Both ends belong to a range, as in a filter: what costs exactly a boundary
 * counts below and above it, so that each count is what the filter of that value finds.
 */
final class PriceCounter implements Counter {
    private static final long[] BOUNDARIES = boundaries();

    private final int[] counts = new int[BOUNDARIES.length];
    private final int[] seenIn = new int[BOUNDARIES.length];
    private NumericDocValues prices = DocValues.emptyNumeric();

    @Override
    public String name() {
        return Filter.PRICE;
    }

    @Override
    public OfSegment in(LeafReader leaf) throws IOException {
        prices = DocValues.getNumeric(leaf, Fields.PRICE);
        Arrays.fill(seenIn, -1);
        return this::count;
    }

    private void count(int variant, int product) throws IOException {
        if (!prices.advanceExact(variant)) {
            return;
        }
        long price = prices.longValue();
        int found = Arrays.binarySearch(BOUNDARIES, price);
        if (found >= 0) {
            countIn(found, product);
            countIn(found - 1, product);
        } else {
            countIn(-found - 2, product);
        }
    }

    private void countIn(int range, int product) {
        if (range >= 0 && seenIn[range] != product) {
            seenIn[range] = product;
            counts[range]++;
        }
    }

    @Override
    public Found.Facet facet() {
        List<Found.Value> values = IntStream.range(0, counts.length)
                .filter(range -> counts[range] > 0)
                .mapToObj(range -> new Found.Value(range(range).toString(), counts[range]))
                .toList();
        return new Found.Facet(Filter.PRICE, values);
    }

    private static PriceRange range(int number) {
        long to = number + 1 < BOUNDARIES.length ? BOUNDARIES[number + 1] : Long.MAX_VALUE;
        return new PriceRange(BOUNDARIES[number], to);
    }

    private static long[] boundaries() {
        int decades = 13;
        long major = LongStream.range(0, Price.DECIMALS).reduce(1, (product, ignored) -> product * 10);
        LongStream steps = LongStream.iterate(major, decade -> decade * 10)
                .limit(decades)
                .flatMap(decade -> LongStream.of(decade, 2 * decade, 5 * decade));
        return LongStream.concat(LongStream.of(0), steps).toArray();
    }
}
