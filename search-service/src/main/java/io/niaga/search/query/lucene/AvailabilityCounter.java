package io.niaga.search.query.lucene;

import io.niaga.search.index.Availability;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.query.Filter;
import io.niaga.search.query.Found;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/** Counts the products that have a variant of each availability. */
final class AvailabilityCounter implements Counter {
    private final int[] counts = new int[Availability.values().length];
    private final int[] seenIn = new int[counts.length];
    private NumericDocValues ranks = DocValues.emptyNumeric();

    @Override
    public String name() {
        return Filter.AVAILABILITY;
    }

    @Override
    public OfSegment in(LeafReader leaf) throws IOException {
        ranks = DocValues.getNumeric(leaf, Fields.AVAILABILITY);
        Arrays.fill(seenIn, -1);
        return this::count;
    }

    private void count(int variant, int product) throws IOException {
        if (ranks.advanceExact(variant)) {
            int rank = (int) ranks.longValue();
            if (seenIn[rank] != product) {
                seenIn[rank] = product;
                counts[rank]++;
            }
        }
    }

    @Override
    public Found.Facet facet() {
        List<Found.Value> values = Stream.of(Availability.IN_STOCK, Availability.LOW, Availability.OUT)
                .filter(availability -> counts[availability.rank()] > 0)
                .map(availability -> new Found.Value(availability.name(), counts[availability.rank()]))
                .toList();
        return new Found.Facet(Filter.AVAILABILITY, values);
    }
}
