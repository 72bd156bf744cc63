package io.niaga.search.query.lucene;

import io.niaga.search.index.Categories;
import io.niaga.search.index.lucene.Fields;
import io.niaga.search.query.Filter;
import io.niaga.search.query.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts categories by path; a product counts in its own and in all above. */
final class CategoryCounter implements Counter {
    private static final int MOST_VALUES = 200;

    private final Categories categories;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> paths = new ArrayList<>();
    private int[] counts = {};
    private int[] seenIn = {};
    private int[][] pathsOf = {};
    private SortedSetDocValues ids = DocValues.emptySortedSet();
    private int lastProduct = -1;

    CategoryCounter(Categories categories) {
        this.categories = categories;
    }

    @Override
    public String name() {
        return Filter.CATEGORY;
    }

    @Override
    public OfSegment in(LeafReader leaf) throws IOException {
        ids = DocValues.getSortedSet(leaf, Fields.CATEGORY);
        pathsOf = new int[(int) ids.getValueCount()][];
        for (int ordinal = 0; ordinal < pathsOf.length; ordinal++) {
            pathsOf[ordinal] = numbersOf(ids.lookupOrd(ordinal).utf8ToString());
        }
        counts = Arrays.copyOf(counts, paths.size());
        seenIn = new int[paths.size()];
        Arrays.fill(seenIn, -1);
        lastProduct = -1;
        return this::count;
    }

    private int[] numbersOf(String id) {
        return categories.pathsOf(id).stream().mapToInt(this::number).toArray();
    }

    private int number(String path) {
        return numbers.computeIfAbsent(path, p -> {
            paths.add(p);
            return paths.size() - 1;
        });
    }

    private void count(int variant, int product) throws IOException {
        if (product == lastProduct || !ids.advanceExact(product)) {
            return;
        }
        lastProduct = product;
        for (int i = 0; i < ids.docValueCount(); i++) {
            for (int path : pathsOf[(int) ids.nextOrd()]) {
                if (seenIn[path] != product) {
                    seenIn[path] = product;
                    counts[path]++;
                }
            }
        }
    }

    @Override
    public Found.Facet facet() {
        List<Found.Value> values = IntStream.range(0, counts.length)
                .filter(path -> counts[path] > 0)
                .mapToObj(path -> new Found.Value(paths.get(path), counts[path]))
                .sorted(Comparator.comparingInt(Found.Value::count).reversed().thenComparing(Found.Value::value))
                .limit(MOST_VALUES)
                .toList();
        return new Found.Facet(Filter.CATEGORY, values);
    }
}
