package io.niaga.payments.payment.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.niaga.payments.payment.StoreCurrencies;
import io.niaga.types.StoreId;
import java.util.Currency;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The currencies of stores in MongoDB. */
public final class MongoStoreCurrencies implements StoreCurrencies {
    private static final String COLLECTION = "store_currencies";
    private static final String CURRENCY = "currency";
    private final MongoTemplate mongo;

    public MongoStoreCurrencies(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void keep(StoreId store, Currency currency) {
        mongo.execute(
                COLLECTION,
                kept -> kept.updateOne(
                        Filters.eq("_id", store.value()),
                        Updates.set(CURRENCY, currency.getCurrencyCode()),
                        new UpdateOptions().upsert(true)));
    }

    @Override
    public Optional<Currency> of(StoreId store) {
        return Optional.ofNullable(mongo.findById(store.value(), Document.class, COLLECTION))
                .map(kept -> Currency.getInstance(kept.getString(CURRENCY)));
    }
}
