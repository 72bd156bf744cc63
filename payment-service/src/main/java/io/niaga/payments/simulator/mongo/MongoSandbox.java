package io.niaga.payments.simulator.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.payments.payment.ChargeOutcome;
import io.niaga.payments.simulator.SandboxCharges;
import io.niaga.payments.simulator.SandboxDeliveries;
import io.niaga.payments.simulator.SandboxDelivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The sandbox's own memory: charges by key, and the calls it owes. */
public final class MongoSandbox implements SandboxCharges, SandboxDeliveries {
    private static final String CHARGES = "sandbox_charges";
    private static final String DELIVERIES = "sandbox_deliveries";
    private static final String DUE = "dueAt";
    private static final String CHALLENGE = "challenge";
    private final MongoTemplate mongo;

    public MongoSandbox(MongoTemplate mongo) {
        this.mongo = mongo;
        deliveries().createIndex(Indexes.ascending(DUE));
    }

    private MongoCollection<Document> deliveries() {
        return mongo.getCollection(DELIVERIES);
    }

    @Override
    public ChargeOutcome remember(String key, ChargeOutcome outcome) {
        try {
            mongo.insert(of(key, outcome), CHARGES);
            return outcome;
        } catch (DuplicateKeyException known) {
            return find(key).orElseThrow();
        }
    }

    @Override
    public Optional<ChargeOutcome> conclude(String key, ChargeOutcome outcome) {
        mongo.getCollection(CHARGES)
                .replaceOne(Filters.and(Filters.eq("_id", key), Filters.exists(CHALLENGE)), of(key, outcome));
        return find(key);
    }

    private static Document of(String key, ChargeOutcome outcome) {
        Document document = new Document("_id", key);
        return switch (outcome) {
            case ChargeOutcome.Declined declined -> document.append("declined", declined.reason());
            case ChargeOutcome.Challenge challenge -> document.append(CHALLENGE, challenge.url());
            case ChargeOutcome.Paid _, ChargeOutcome.NeverArrived _, ChargeOutcome.Unknown _ -> document;
        };
    }

    @Override
    public Optional<ChargeOutcome> find(String key) {
        return Optional.ofNullable(mongo.findById(key, Document.class, CHARGES)).map(d -> {
            String declined = d.getString("declined");
            String url = d.getString(CHALLENGE);
            if (url != null) {
                return new ChargeOutcome.Challenge(url);
            }
            return declined == null ? new ChargeOutcome.Paid() : new ChargeOutcome.Declined(declined);
        });
    }

    @Override
    public void owe(List<SandboxDelivery> owed) {
        for (SandboxDelivery d : owed) {
            Document document = new Document("_id", d.id())
                    .append("eventId", d.eventId())
                    .append("body", d.body())
                    .append(DUE, Date.from(d.dueAt()))
                    .append("tries", d.tries());
            try {
                mongo.insert(document, DELIVERIES);
            } catch (DuplicateKeyException known) {
                // Owed already.
            }
        }
    }

    @Override
    public void delivered(String id) {
        deliveries().deleteOne(Filters.eq("_id", id));
    }

    @Override
    public void retryAt(String id, Instant dueAt) {
        deliveries()
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.combine(Updates.set(DUE, Date.from(dueAt)), Updates.inc("tries", 1)));
    }

    @Override
    public List<SandboxDelivery> due(Instant now, int limit) {
        return deliveries()
                .find(Filters.lte(DUE, now))
                .sort(Sorts.ascending(DUE))
                .limit(limit)
                .map((Document d) -> new SandboxDelivery(
                        d.getString("_id"),
                        d.getString("eventId"),
                        d.getString("body"),
                        d.getDate(DUE).toInstant(),
                        d.getInteger("tries")))
                .into(new ArrayList<>());
    }
}
