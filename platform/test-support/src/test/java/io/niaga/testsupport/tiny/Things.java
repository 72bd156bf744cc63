package io.niaga.testsupport.tiny;

import io.niaga.events.Topics;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Revision;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

final class Things {
    private final OutboxCollection collection;
    private final Clock clock;

    Things(OutboxCollection collection, Clock clock) {
        this.collection = collection;
        this.clock = clock;
    }

    void put(String id, ThingJson thing) {
        List<Outgoing> told = List.of(Outgoing.to(
                Topics.STOCK,
                "thing.put.v1",
                Map.of("name", thing.name(), "at", clock.instant().toString())));
        Document found = collection.findById(id);
        if (found == null) {
            collection.insert(new Document("_id", id).append("name", thing.name()), told);
            return;
        }
        Bson change = new Document("$set", new Document("name", thing.name()));
        Revision loaded = OutboxCollection.revision(found);
        collection.update(id, loaded, change, told);
    }

    Document get(String id) {
        return collection.findById(id);
    }
}
