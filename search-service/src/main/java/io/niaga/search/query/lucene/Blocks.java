package io.niaga.search.query.lucene;

import io.niaga.search.index.lucene.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * How new the products are in each block of a segment's documents. Found out once per segment, as nothing in it changes but
 * what is gone and what can be had; forgotten with it. Safe for several threads.
 */
final class Blocks {
    /** Enough documents to make little of opening their values anew. */
    static final int USUAL = 8_192;

    private final int size;
    private final Map<IndexReader.CacheKey, Ages> known = new ConcurrentHashMap<>();

    Blocks(int size) {
        this.size = size;
    }

    /** By block, in milliseconds since 1970. */
    static final class Ages {
        private final long[] newest;
        private final long[] oldest;

        private Ages(int blocks) {
            newest = new long[blocks];
            oldest = new long[blocks];
            Arrays.fill(oldest, Long.MAX_VALUE);
        }

        int blocks() {
            return newest.length;
        }

        long newest(int block) {
            return newest[block];
        }

        long oldest(int block) {
            return oldest[block];
        }

        private void add(int block, long moment) {
            newest[block] = Math.max(newest[block], moment);
            oldest[block] = Math.min(oldest[block], moment);
        }
    }

    /** How many documents each has; the last of a segment may have fewer. */
    int size() {
        return size;
    }

    Ages of(LeafReader leaf) throws IOException {
        IndexReader.CacheHelper segment = leaf.getCoreCacheHelper();
        Ages found = segment == null ? null : known.get(segment.getKey());
        if (found == null) {
            found = read(leaf);
            if (segment != null && known.putIfAbsent(segment.getKey(), found) == null) {
                segment.addClosedListener(known::remove);
            }
        }
        return found;
    }

    private Ages read(LeafReader leaf) throws IOException {
        Ages ages = new Ages((leaf.maxDoc() + size - 1) / size);
        NumericDocValues moments = DocValues.getNumeric(leaf, Fields.NEW_SINCE);
        for (int product = moments.nextDoc(); product != DocIdSetIterator.NO_MORE_DOCS; product = moments.nextDoc()) {
            ages.add(product / size, moments.longValue());
        }
        return ages;
    }
}
