package io.niaga.store;

import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.RootReference;

/** Stretches of one index, in its order or backwards. */
record IndexPlan(
        BTreeIndex index, List<KeyRange> ranges, long count, boolean sorted, boolean backwards, boolean covered)
        implements Plan {
    @Override
    public int overhead() {
        return 1;
    }

    /** Reads one state of the index for all stretches; it may hold two entries of a document that is moving. */
    @Override
    public Stream<Object> ids() {
        RootReference<byte[], Object> root = index.map().flushAndGetRoot();
        Stream<Object> ids = ranges.size() == 1
                ? read(root, ranges.getFirst())
                : ranges.stream().flatMap(range -> read(root, range));
        return ids.distinct();
    }

    private Stream<Object> read(RootReference<byte[], Object> root, KeyRange range) {
        Cursor<byte[], Object> cursor = backwards
                ? new Cursor<>(root, range.to(), range.from(), true)
                : new Cursor<>(root, range.from(), range.to(), false);
        return Streams.valuesOf(cursor);
    }
}
