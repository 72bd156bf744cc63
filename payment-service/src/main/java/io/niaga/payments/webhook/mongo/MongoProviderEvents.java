package io.niaga.payments.webhook.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.webhook.ProviderEvent;
import io.niaga.payments.webhook.ProviderEvents;
import io.niaga.types.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Provider events by their ids; {@code openSince} is there until one is applied. */
public final class MongoProviderEvents implements ProviderEvents {
    private static final String COLLECTION = "provider_events";
    private static final String OPEN = "openSince";
    private final MongoTemplate mongo;

    public MongoProviderEvents(MongoTemplate mongo) {
        this.mongo = mongo;
        collection().createIndex(Indexes.ascending(OPEN), new IndexOptions().sparse(true));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    @Override
    public Progress receive(ProviderEvent event, Instant at) {
        Document document = new Document("_id", event.id())
                .append("kind", event.kind().name())
                .append("paymentId", event.about().payment().value())
                .append("attempt", event.about().attempt())
                .append("amount", event.amount().minorUnits())
                .append("currency", event.amount().currency().getCurrencyCode())
                .append(OPEN, Date.from(at));
        RefundId refund = event.about().refund();
        if (refund != null) {
            document.append("refundId", refund.value());
        }
        try {
            mongo.insert(document, COLLECTION);
            return Progress.NEW;
        } catch (DuplicateKeyException known) {
            Document seen = mongo.findById(event.id(), Document.class, COLLECTION);
            return seen != null && seen.containsKey(OPEN) ? Progress.RECEIVED : Progress.APPLIED;
        }
    }

    @Override
    public void applied(String eventId, String outcome) {
        collection()
                .updateOne(
                        Filters.eq("_id", eventId),
                        Updates.combine(Updates.set("outcome", outcome), Updates.unset(OPEN)));
    }

    @Override
    public List<ProviderEvent> unappliedSince(Instant before, int limit) {
        return collection()
                .find(Filters.lte(OPEN, before))
                .sort(Sorts.ascending(OPEN))
                .limit(limit)
                .map(MongoProviderEvents::toEvent)
                .into(new ArrayList<>());
    }

    private static ProviderEvent toEvent(Document document) {
        String refund = document.getString("refundId");
        ProviderEvent.Subject about = new ProviderEvent.Subject(
                PaymentId.of(document.getString("paymentId")),
                document.getInteger("attempt", 0),
                refund == null ? null : RefundId.of(refund));
        return new ProviderEvent(
                document.getString("_id"),
                ProviderEvent.Kind.valueOf(document.getString("kind")),
                about,
                Money.ofMinor(document.getLong("amount"), document.getString("currency")));
    }
}
