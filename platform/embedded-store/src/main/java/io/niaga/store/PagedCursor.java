package io.niaga.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The rest of a result. A batch ends with the document that takes it over 8 MB. */
final class PagedCursor extends AbstractCursor {
    private static final long BATCH_BYTES = 8_000_000;

    private final Deque<Document> rest;
    private volatile long lastUsedMillis = System.currentTimeMillis();

    PagedCursor(long id, List<Document> all) {
        super(id);
        this.rest = new ArrayDeque<>(all);
    }

    @Override
    public synchronized boolean isEmpty() {
        return rest.isEmpty();
    }

    @Override
    public synchronized List<Document> takeDocuments(int most) {
        lastUsedMillis = System.currentTimeMillis();
        List<Document> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < most && !rest.isEmpty() && bytes < BATCH_BYTES) {
            Document next = rest.remove();
            bytes += Bson.encode(next).writerIndex();
            batch.add(next);
        }
        return batch;
    }

    long lastUsedMillis() {
        return lastUsedMillis;
    }
}
