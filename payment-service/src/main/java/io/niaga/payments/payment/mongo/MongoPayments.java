package io.niaga.payments.payment.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.payments.payment.Payment;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.Payments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;

/** Payments in MongoDB, one document each, written together with what they tell. */
public final class MongoPayments implements Payments {
    private final OutboxCollection collection;
    private final Function<Payment, List<Outgoing>> told;

    public MongoPayments(OutboxCollection collection, Function<Payment, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
        collection.raw().createIndex(Indexes.ascending(PaymentMapping.DUE), new IndexOptions().sparse(true));
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(collection.findById(id.value()))
                .map(d -> PaymentMapping.toPayment(d, OutboxCollection.revision(d)));
    }

    @Override
    public boolean add(Payment payment) {
        try {
            collection.insert(PaymentMapping.of(payment), told.apply(payment));
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean save(Payment payment) {
        return collection.update(
                payment.id().value(), payment.revision(), PaymentMapping.changes(payment), told.apply(payment));
    }

    @Override
    public List<PaymentId> due(Instant now, int limit) {
        return collection
                .raw()
                .find(Filters.lte(PaymentMapping.DUE, now))
                .sort(Sorts.ascending(PaymentMapping.DUE))
                .projection(Projections.include("_id"))
                .limit(limit)
                .map((Document d) -> PaymentId.of(d.getString("_id")))
                .into(new ArrayList<>());
    }
}
