package io.niaga.testsupport.tiny;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.niaga.events.Topics;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.messaging.Envelope;
import io.niaga.messaging.Inbox;
import io.niaga.messaging.Subscription;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Writes down which parcel events it took in, in their order, each once; has a bug for keys that are poisoned. */
final class Parcels {
    static final String GROUP = "tiny-parcels";
    private final MongoTemplate mongo;

    Parcels(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Subscription subscription() {
        return Subscription.to(Topics.SHIPMENT)
                .as(GROUP)
                .on(ParcelDeliveredV1.TYPE, ParcelDeliveredV1.class, (body, envelope) -> heard(envelope))
                .inOrder()
                .build();
    }

    static MongoCollection<Document> poisoned(MongoTemplate mongo) {
        return mongo.getCollection("poisoned");
    }

    static List<Long> heard(MongoTemplate mongo, String key) {
        Document found =
                mongo.getCollection("parcels").find(Filters.eq("_id", key)).first();
        return found == null ? List.of() : found.getList("heard", Long.class);
    }

    private void heard(Envelope envelope) {
        String key = envelope.key();
        if (poisoned(mongo).countDocuments(Filters.eq("_id", key)) > 0) {
            throw new IllegalStateException("a bug");
        }
        MongoCollection<Document> parcels = mongo.getCollection("parcels");
        parcels.updateOne(Filters.eq("_id", key), Updates.set("there", true), new UpdateOptions().upsert(true));
        parcels.updateOne(
                Filters.and(Filters.eq("_id", key), Inbox.guard("parcel", envelope.sequence())),
                Updates.combine(Updates.push("heard", envelope.sequence()), Inbox.mark("parcel", envelope.sequence())));
    }
}
