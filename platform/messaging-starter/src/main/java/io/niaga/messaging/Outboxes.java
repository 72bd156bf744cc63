package io.niaga.messaging;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Gives a service its collections with an outbox. Ask for them while the application starts, one per aggregate type. */
public final class Outboxes {
    private final MongoDatabaseFactory databases;
    private final String service;
    private final OutboxDesk desk;
    private final SafetyNet safetyNet;
    private final Map<String, OutboxCollection> collections = new ConcurrentHashMap<>();

    Outboxes(MongoDatabaseFactory databases, String service, OutboxDesk desk, SafetyNet safetyNet) {
        this.databases = databases;
        this.service = service;
        this.desk = desk;
        this.safetyNet = safetyNet;
    }

    /** A collection whose aggregates tell facts. */
    public OutboxCollection collection(String name) {
        return collection(name, aggregate -> List.of());
    }

    /**
     * A collection whose aggregates tell their state on a compacted topic.
     *
     * @param currentState what the aggregate as it is now has to say there; told again when a late record may have
     *     overwritten the last one
     */
    public OutboxCollection collection(String name, Function<Document, List<Outgoing>> currentState) {
        return collections.computeIfAbsent(name, fresh -> {
            MongoCollection<Document> documents = documents(fresh);
            OutboxCollection made = new OutboxCollection(
                    documents, desk, "/" + service + "/" + fresh, new MongoLeases(documents), currentState);
            safetyNet.watch(fresh, made.outbox());
            return made;
        });
    }

    private MongoCollection<Document> documents(String name) {
        return databases
                .getMongoDatabase()
                .getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }
}
