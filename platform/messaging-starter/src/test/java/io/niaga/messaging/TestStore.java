package io.niaga.messaging;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.niaga.store.EmbeddedStore;
import java.util.UUID;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** One store in memory per JVM; a fresh database for each test. {@code NIAGA_MONGODB_URI} takes a real one instead. */
final class TestStore {
    private static final String URI = uri();
    private static final MongoClient CLIENT = MongoClients.create(URI);

    private TestStore() {}

    private static String uri() {
        String given = System.getenv("NIAGA_MONGODB_URI");
        return given == null ? EmbeddedStore.inMemory().uri() : given;
    }

    static String databaseUri(String database) {
        return URI + "/" + database;
    }

    static MongoDatabaseFactory databases() {
        return new SimpleMongoClientDatabaseFactory(
                CLIENT, "test_" + UUID.randomUUID().toString().substring(0, 8));
    }

    static MongoDatabase database() {
        return databases().getMongoDatabase();
    }
}
