package io.niaga.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a document has in an index: none when it is sparse or partial and leaves the document out, one usually, one per
 * element when a path leads into an array. At most one array per document, as MongoDB has it.
 */
final class IndexKeys {
    private final String[] paths;
    private final boolean[] descending;
    private final boolean sparse;
    private final @Nullable Document partial;
    private final QueryMatcher matcher = new DefaultQueryMatcher();

    IndexKeys(List<IndexKey> keys, boolean sparse, @Nullable Document partial) {
        this.paths = keys.stream().map(IndexKey::getKey).toArray(String[]::new);
        this.descending = new boolean[paths.length];
        for (int i = 0; i < paths.length; i++) {
            descending[i] = !keys.get(i).isAscending();
        }
        this.sparse = sparse;
        this.partial = partial;
    }

    int size() {
        return paths.length;
    }

    String path(int i) {
        return paths[i];
    }

    /** The first paths of the index. */
    List<String> paths(int count) {
        return Arrays.asList(paths).subList(0, count);
    }

    boolean describesSamePaths(IndexKeys other) {
        return Arrays.equals(paths, other.paths) && Arrays.equals(descending, other.descending);
    }

    boolean descending(int i) {
        return descending[i];
    }

    boolean sparse() {
        return sparse;
    }

    /** The filter of a partial index. */
    @Nullable
    Document partial() {
        return partial;
    }

    byte[] encode(int i, @Nullable Object value) {
        return KeyEncoding.encode(value, descending[i]);
    }

    /** The keys of a document, without its id; those of null are none. */
    Found of(@Nullable Document document) {
        if (document == null || (partial != null && !matcher.matches(document, partial))) {
            return Found.NONE;
        }
        Object[] values = new Object[paths.length];
        int arrays = 0;
        boolean any = false;
        for (int i = 0; i < values.length; i++) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, paths[i]);
            any |= !(value instanceof Missing);
            values[i] = value;
            if (value instanceof Collection<?> elements) {
                refuseSecondArray(arrays, i);
                arrays |= 1 << i;
                values[i] = elements.isEmpty() ? List.of(KeyEncoding.EMPTY_ARRAY) : new ArrayList<>(elements);
            }
        }
        return sparse && !any ? Found.NONE : new Found(combine(values, arrays), arrays);
    }

    private List<byte[]> combine(Object[] values, int arrays) {
        if (arrays == 0) {
            return List.of(key(values));
        }
        int elements = ((List<?>) values[Integer.numberOfTrailingZeros(arrays)]).size();
        var keys = new TreeSet<byte[]>(Arrays::compareUnsigned);
        for (int element = 0; element < elements; element++) {
            Object[] one = values.clone();
            for (int i = 0; i < one.length; i++) {
                if ((arrays >> i & 1) != 0) {
                    List<?> all = (List<?>) values[i];
                    one[i] = element < all.size() ? all.get(element) : Missing.getInstance();
                }
            }
            keys.add(key(one));
        }
        return List.copyOf(keys);
    }

    private byte[] key(Object[] values) {
        byte[] key = encode(0, values[0]);
        for (int i = 1; i < values.length; i++) {
            key = KeyEncoding.join(key, encode(i, values[i]));
        }
        return key;
    }

    private void refuseSecondArray(int arrays, int i) {
        if (arrays == 0) {
            return;
        }
        String first = paths[Integer.numberOfTrailingZeros(arrays)];
        if (!sameArrayOfDocuments(first, paths[i])) {
            throw new CannotIndexParallelArraysError(List.of(paths[i], first));
        }
    }

    private static boolean sameArrayOfDocuments(String a, String b) {
        int dotA = a.indexOf('.');
        int dotB = b.indexOf('.');
        return dotA > 0 && dotB > 0 && a.substring(0, dotA).equals(b.substring(0, dotB));
    }

    /**
     * @param keys in order, each once
     * @param arrays bit i is set when the document has an array at path i
     */
    record Found(List<byte[]> keys, int arrays) {
        static final Found NONE = new Found(List.of(), 0);

        boolean has(byte[] key) {
            for (byte[] other : keys) {
                if (Arrays.equals(other, key)) {
                    return true;
                }
            }
            return false;
        }
    }
}
