package io.niaga.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** A store of this process and a driver connected to it; every collection it hands out is new. */
final class Connected implements AutoCloseable {
    private final EmbeddedStore store;
    private final MongoClient client;
    private final AtomicInteger collections = new AtomicInteger();

    private Connected(EmbeddedStore store) {
        this.store = store;
        this.client = MongoClients.create(store.uri() + "/?maxPoolSize=300");
    }

    static Connected inMemory() {
        return new Connected(EmbeddedStore.inMemory());
    }

    static Connected to(StoreSettings settings) {
        return new Connected(EmbeddedStore.start(settings));
    }

    EmbeddedStore store() {
        return store;
    }

    MongoClient client() {
        return client;
    }

    MongoDatabase database() {
        return client.getDatabase("test");
    }

    MongoCollection<Document> collection(String... json) {
        MongoCollection<Document> collection = database().getCollection("c" + collections.incrementAndGet());
        for (String document : json) {
            collection.insertOne(Document.parse(document));
        }
        return collection;
    }

    static Document json(String json) {
        return Document.parse(json);
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
