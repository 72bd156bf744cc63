package io.niaga.search.query.lucene;

import io.niaga.search.index.lucene.Fields;
import io.niaga.search.query.Found;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts the values of an option, a key of the specification, or the brand. */
final class AttributeCounter implements Counter {
    private static final int MOST_VALUES = 100;

    private final String name;
    private final Map<String, Tally> totals = new HashMap<>();
    private int[] counts = {};
    private int[] seenIn = {};
    private SortedSetDocValues ofVariant = DocValues.emptySortedSet();
    private SortedSetDocValues ofProduct = DocValues.emptySortedSet();
    private int lastProduct = -1;

    AttributeCounter(String name) {
        this.name = name;
    }

    private static final class Tally {
        private final String shown;
        private int count;

        Tally(String shown) {
            this.shown = shown;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OfSegment in(LeafReader leaf) throws IOException {
        String field = Fields.attribute(name);
        ofVariant = DocValues.getSortedSet(leaf, field);
        ofProduct = DocValues.getSortedSet(leaf, field);
        counts = new int[(int) ofVariant.getValueCount()];
        seenIn = new int[counts.length];
        Arrays.fill(seenIn, -1);
        lastProduct = -1;
        return counts.length == 0 ? (variant, product) -> {} : this::count;
    }

    private void count(int variant, int product) throws IOException {
        if (product != lastProduct) {
            lastProduct = product;
            countAll(ofProduct, product, product);
        }
        countAll(ofVariant, variant, product);
    }

    /** A value counts once per product, however many variants have it. */
    private void countAll(SortedSetDocValues values, int document, int product) throws IOException {
        if (values.advanceExact(document)) {
            for (int i = 0; i < values.docValueCount(); i++) {
                int ordinal = (int) values.nextOrd();
                if (seenIn[ordinal] != product) {
                    seenIn[ordinal] = product;
                    counts[ordinal]++;
                }
            }
        }
    }

    @Override
    public void endSegment() throws IOException {
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0) {
                String forms = ofVariant.lookupOrd(ordinal).utf8ToString();
                int between = forms.indexOf(Fields.FORMS);
                Tally tally = totals.computeIfAbsent(
                        forms.substring(0, between), folded -> new Tally(forms.substring(between + 1)));
                tally.count += counts[ordinal];
            }
        }
    }

    @Override
    public Found.Facet facet() {
        List<Found.Value> values = totals.values().stream()
                .map(tally -> new Found.Value(tally.shown, tally.count))
                .sorted(Comparator.comparingInt(Found.Value::count).reversed().thenComparing(Found.Value::value))
                .limit(MOST_VALUES)
                .toList();
        return new Found.Facet(name, values);
    }
}
