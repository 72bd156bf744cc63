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
import io.niaga.payments.payment.RefundId;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Payments in MongoDB, one document each, written together with what they tell. */
public final class MongoPayments implements Payments {
    private static final String REFUND_ID = "refunds.id";
    private static final String REFUND_STATE = "refunds.state";
    private final OutboxCollection collection;
    private final Function<Payment, List<Outgoing>> told;

    public MongoPayments(OutboxCollection collection, Function<Payment, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
        collection.raw().createIndex(Indexes.ascending(PaymentMapping.DUE), new IndexOptions().sparse(true));
        collection.raw().createIndex(Indexes.ascending(REFUND_ID));
        collection.raw().createIndex(Indexes.ascending(REFUND_STATE, "storeId", "_id"));
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(collection.findById(id.value())).map(MongoPayments::toPayment);
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
    public Optional<Payment> ofRefund(RefundId id) {
        return Optional.ofNullable(collection
                        .raw()
                        .find(Filters.eq(REFUND_ID, id.value()))
                        .projection(OutboxCollection.hidden())
                        .first())
                .map(MongoPayments::toPayment);
    }

    @Override
    public Page<Payment> withRefunds(StoreId store, String state, int limit, @Nullable String after) {
        Bson wanted = Filters.and(Filters.eq("storeId", store.value()), Filters.eq(REFUND_STATE, state));
        List<Payment> found = collection
                .raw()
                .find(after == null ? wanted : Filters.and(wanted, Filters.gt("_id", after)))
                .projection(OutboxCollection.hidden())
                .sort(Sorts.ascending("_id"))
                .limit(limit + 1)
                .map(MongoPayments::toPayment)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Payment> page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? page.getLast().id().value() : null);
    }

    @Override
    public long withFailedRefunds() {
        return collection.raw().countDocuments(Filters.eq(REFUND_STATE, "FAILED"));
    }

    private static Payment toPayment(Document document) {
        return PaymentMapping.toPayment(document, OutboxCollection.revision(document));
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
