package io.niaga.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Cuts results into batches; what a client has not fetched waits in a cursor, as long as the client shows itself. */
final class OpenCursors implements Keeper.Chore {
    private static final int FIRST_BATCH = 101;
    private static final long SWEEP_MILLIS = 1000;

    private final Map<Long, PagedCursor> waiting = new ConcurrentHashMap<>();
    private final CursorRegistry registry;
    private final long idleMillis;
    private long swept;

    OpenCursors(CursorRegistry registry, Duration idle) {
        this.registry = registry;
        this.idleMillis = idle.toMillis();
    }

    /** Leaves in the reply to a {@code find} or {@code aggregate} what its batch size allows. */
    Document firstBatch(String command, Document query, Document reply) {
        boolean paged = command.equals("find") || command.equals("aggregate");
        if (paged
                && reply.get("cursor") instanceof Document cursor
                && cursor.get("firstBatch") instanceof List<?> all
                && all.size() > 1
                && cursor.get("id") instanceof Number id
                && id.longValue() == 0) {
            cut(cursor, all.stream().map(Document.class::cast).toList(), query, batchSize(command, query));
        }
        return reply;
    }

    private static int batchSize(String command, Document query) {
        Object options = command.equals("find") ? query : query.get("cursor");
        Object size = options instanceof Document document ? document.get("batchSize") : null;
        return size instanceof Number number ? number.intValue() : FIRST_BATCH;
    }

    private void cut(Document reply, List<Document> all, Document query, int batchSize) {
        PagedCursor cursor = new PagedCursor(registry.generateCursorId(), all);
        reply.put("firstBatch", cursor.takeDocuments(batchSize));
        if (cursor.isEmpty() || Boolean.TRUE.equals(query.get("singleBatch"))) {
            return;
        }
        registry.add(cursor);
        if (!Boolean.TRUE.equals(query.get("noCursorTimeout"))) {
            waiting.put(cursor.getId(), cursor);
        }
        reply.put("id", cursor.getId());
    }

    /** A cursor was read to its end or killed. */
    void ended(@Nullable Object id) {
        if (id instanceof Number number) {
            waiting.remove(number.longValue());
        }
    }

    @Override
    public void tend(long now) {
        if (now - swept < Math.min(SWEEP_MILLIS, idleMillis)) {
            return;
        }
        swept = now;
        waiting.values().removeIf(cursor -> isForgotten(cursor, now));
    }

    private boolean isForgotten(PagedCursor cursor, long now) {
        boolean forgotten = now - cursor.lastUsedMillis() >= idleMillis;
        if (forgotten) {
            registry.remove(cursor);
        }
        return forgotten;
    }
}
