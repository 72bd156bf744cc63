package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Whoever lost the lease, and does not know it yet, removes nothing. */
class MongoLeasesIT {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    private final MongoCollection<Document> things = TestStore.database().getCollection("things");
    private final Leases leases = new MongoLeases(things);

    @Test
    void only_the_holder_of_the_claim_removes_events() {
        things.insertOne(new Document("_id", "a")
                .append("outbox", List.of(event(1), event(2)))
                .append("outboxSeq", 2L)
                .append("outboxDue", Date.from(NOON)));
        Lease sleeper = claimed(NOON, NOON.plusSeconds(30));
        Lease next = claimed(LATER, LATER.plusSeconds(30));

        assertThat(leases.finish(sleeper, 2)).isFalse();
        assertThat(leases.advance(sleeper, 1)).isNull();
        assertThat(leases.renew(sleeper)).isFalse();
        assertThat(leases.release(sleeper, 1)).isFalse();
        assertThat(stored().getList("outbox", Document.class)).hasSize(2);

        assertThat(leases.finish(next, 2)).isTrue();
        assertThat(stored().getList("outbox", Document.class)).isEmpty();
    }

    @Test
    void a_lease_that_has_not_lapsed_is_not_taken() {
        things.insertOne(new Document("_id", "a")
                .append("outbox", List.of(event(1)))
                .append("outboxSeq", 1L)
                .append("outboxDue", Date.from(NOON)));
        claimed(NOON, NOON.plusSeconds(30));
        assertThat(leases.claim("a", NOON.plusSeconds(29), LATER)).isNull();
    }

    private Lease claimed(Instant now, Instant until) {
        Claimed claimed = leases.claim("a", now, until);
        assertThat(claimed).isNotNull();
        return claimed.lease();
    }

    private static Document event(long seq) {
        return new Document("seq", seq)
                .append("to", "facts")
                .append("type", "fact.v1")
                .append("body", "{}")
                .append("at", Date.from(NOON));
    }

    private Document stored() {
        return things.find(new Document("_id", "a")).first();
    }
}
