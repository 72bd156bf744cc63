package io.niaga.service.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The claims in the collection {@code idempotency}. Each method is one atomic write or one read by {@code _id}. */
final class Claims {
    static final String COLLECTION = "idempotency";

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final long BETWEEN_SWEEPS = Duration.ofMinutes(10).toMillis();

    private final Supplier<MongoCollection<Document>> collection;
    private final Clock clock;
    private final AtomicLong nextSweep = new AtomicLong();

    Claims(Supplier<MongoCollection<Document>> collection, Clock clock) {
        this.collection = collection;
        this.clock = clock;
    }

    /** False when somebody else has the key. */
    boolean insert(Claim claim) {
        sweepNowAndThen();
        try {
            collection.get().insertOne(claim.document());
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    Optional<Claim> find(String id) {
        return Optional.ofNullable(collection.get().find(eq("_id", id)).first()).map(Claim::of);
    }

    /** Puts another claim in the place of this one; false when its holder has changed meanwhile. */
    boolean replace(Claim old, Claim other) {
        return collection.get().replaceOne(heldBy(old), other.document()).getModifiedCount() == 1;
    }

    void finish(Claim claim) {
        collection.get().updateOne(heldBy(claim), Updates.set("done", true));
    }

    void release(Claim claim) {
        collection.get().deleteOne(heldBy(claim));
    }

    /** The holder gave up without an outcome: whoever comes next resumes. */
    void lapse(Claim claim) {
        collection.get().updateOne(heldBy(claim), Updates.set("leaseUntil", Instant.EPOCH));
    }

    private static Bson heldBy(Claim claim) {
        return and(eq("_id", claim.id()), eq("holder", claim.holder()));
    }

    private void sweepNowAndThen() {
        long now = clock.millis();
        long due = nextSweep.get();
        if (now >= due && nextSweep.compareAndSet(due, now + BETWEEN_SWEEPS)) {
            Thread.ofVirtual().name("idempotency-sweep").start(this::sweep);
        }
    }

    private void sweep() {
        try {
            collection.get().createIndex(Indexes.ascending("expiresAt"));
            collection.get().deleteMany(lt("expiresAt", clock.instant()));
        } catch (RuntimeException unreachable) {
            LOG.warn("Expired idempotency keys stay until the next sweep: {}", unreachable.toString());
        }
    }
}
