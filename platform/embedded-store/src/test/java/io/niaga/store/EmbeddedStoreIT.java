package io.niaga.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class EmbeddedStoreIT {
    @Test
    void a_store_in_memory_answers_a_driver() {
        try (var store = EmbeddedStore.inMemory();
                var client = MongoClients.create(store.uri())) {
            var things = client.getDatabase("t").getCollection("things");
            things.insertOne(new Document("_id", 1).append("version", 0));
            assertThat(things.updateOne(eq("version", 0), inc("version", 1)).getModifiedCount())
                    .isEqualTo(1);
            assertThat(things.updateOne(eq("version", 0), inc("version", 1)).getModifiedCount())
                    .isZero();
            assertThat(client.getDatabase("admin")
                            .runCommand(new Document("hello", 1))
                            .getBoolean("isWritablePrimary"))
                    .isTrue();
        }
    }
}
