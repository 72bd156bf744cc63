package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents between two ids, or all of them, along the ids.
 *
 * @param from the lowest id, or null for the first; both ends are read with, the filter sees to the rest
 */
record IdRangePlan(
        MVMap<Object, Document> documents,
        @Nullable Object from,
        @Nullable Object to,
        boolean sorted,
        boolean backwards,
        boolean covered)
        implements Plan {
    @Override
    public long count() {
        long low = from == null ? 0 : KeyRange.position(documents.getKeyIndex(from));
        long high = to == null ? documents.sizeAsLong() : KeyRange.position(documents.getKeyIndex(to)) + 1;
        return Math.max(0, high - low);
    }

    @Override
    public int overhead() {
        return 0;
    }

    @Override
    public Stream<Object> ids() {
        return Streams.of(cursor());
    }

    @Override
    public Stream<Document> read(MVMap<Object, Document> map) {
        return Streams.valuesOf(cursor());
    }

    private Cursor<Object, Document> cursor() {
        return documents.cursor(backwards ? to : from, backwards ? from : to, backwards);
    }
}
