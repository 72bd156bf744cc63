package io.niaga.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ExpiredDocumentsIT {
    @Test
    void documents_older_than_their_index_allows_are_deleted() {
        try (Connected connected = Connected.inMemory()) {
            Instant now = Instant.now();
            var c = connected.collection();
            c.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
            c.createIndex(Indexes.ascending("other"));
            c.insertOne(new Document("_id", 1).append("at", Date.from(now.minusSeconds(61))));
            c.insertOne(new Document("_id", 2).append("at", Date.from(now.minusSeconds(30))));
            c.insertOne(new Document("_id", 3).append("other", Date.from(now.minusSeconds(900))));
            c.insertOne(new Document("_id", 4).append("at", "no date"));
            new ExpiredDocuments(connected.store().backend(), new MemoryGate()).sweep(now);
            assertThat(c.find().map(d -> d.get("_id"))).containsExactly(2, 3, 4);
        }
    }
}
