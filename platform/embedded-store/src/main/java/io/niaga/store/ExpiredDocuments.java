package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a minute deletes what indexes with {@code expireAfterSeconds} have let expire, as MongoDB does. */
final class ExpiredDocuments implements Keeper.Chore {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredDocuments.class);
    private static final long PERIOD_MILLIS = Duration.ofMinutes(1).toMillis();

    private final StoreBackend backend;
    private final WriteGate gate;
    private long lastSweep = System.currentTimeMillis();

    ExpiredDocuments(StoreBackend backend, WriteGate gate) {
        this.backend = backend;
        this.gate = gate;
    }

    @Override
    public void tend(long now) {
        if (now - lastSweep >= PERIOD_MILLIS) {
            lastSweep = now;
            sweep(Instant.ofEpochMilli(now));
        }
    }

    void sweep(Instant now) {
        for (String name : backend.databaseNames()) {
            if (backend.resolveDatabase(name) instanceof StoreDatabase database) {
                for (Document index : database.descriptions()) {
                    delete(database, index, now);
                }
            }
        }
    }

    private void delete(StoreDatabase database, Document index, Instant now) {
        if (!(index.get("expireAfterSeconds") instanceof Number seconds)
                || !(index.get("key") instanceof Document key)
                || key.size() != 1) {
            return;
        }
        String namespace = String.valueOf(index.get("ns"));
        String collection = namespace.substring(database.getDatabaseName().length() + 1);
        Document expired = new Document(
                key.keySet().iterator().next(), new Document("$lt", now.minusSeconds(seconds.longValue())));
        int deleted = gate.shared(() -> database.resolveCollection(collection, false) instanceof StoreCollection stored
                ? stored.deleteDocuments(expired, 0, NoopOplog.get())
                : 0);
        if (deleted > 0) {
            LOG.debug("{} documents of {} expired", deleted, namespace);
        }
    }
}
