package io.niaga.users.partner.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.niaga.users.partner.ApiClient;
import io.niaga.users.partner.ApiClientFact;
import io.niaga.users.partner.ApiClientId;
import io.niaga.users.partner.ApiClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Partners' programs in MongoDB; their secrets are not here. */
public final class MongoApiClients implements ApiClients {
    private static final Bson LISTED = Filters.eq(ApiClientMapping.LISTED, true);
    private final OutboxCollection collection;
    private final BiFunction<ApiClient, List<ApiClientFact>, List<Outgoing>> told;

    public MongoApiClients(
            OutboxCollection collection, BiFunction<ApiClient, List<ApiClientFact>, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
        collection.raw().createIndex(Indexes.ascending(ApiClientMapping.LISTED, "_id"));
        collection.raw().createIndex(Indexes.ascending(ApiClientMapping.STORES, ApiClientMapping.LISTED, "_id"));
        collection.raw().createIndex(Indexes.ascending(ApiClientMapping.STATE, ApiClientMapping.CREATED));
    }

    @Override
    public Optional<ApiClient> find(ApiClientId id) {
        return Optional.ofNullable(collection.findById(id.value())).map(ApiClientMapping::read);
    }

    @Override
    public boolean add(ApiClient client, ApiClientFact fact) {
        try {
            collection.insert(ApiClientMapping.of(client), told.apply(client, List.of(fact)));
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean save(ApiClient client, List<ApiClientFact> facts) {
        Document changes = new Document("$set", ApiClientMapping.changing(client));
        return collection.update(client.id().value(), client.revision(), changes, told.apply(client, facts));
    }

    @Override
    public Page<ApiClient> list(@Nullable StoreId store, int limit, @Nullable String after) {
        List<Bson> filters = new ArrayList<>(List.of(LISTED));
        if (store != null) {
            filters.add(of(store));
        }
        if (after != null) {
            filters.add(Filters.gt("_id", after));
        }
        List<ApiClient> found = read(Filters.and(filters), limit + 1);
        List<ApiClient> items = found.subList(0, Math.min(found.size(), limit));
        return new Page<>(
                items, found.size() > items.size() ? items.getLast().id().value() : null);
    }

    @Override
    public long countOf(StoreId store) {
        return collection.raw().countDocuments(Filters.and(of(store), LISTED));
    }

    @Override
    public List<ApiClient> removing(int limit) {
        return read(Filters.eq(ApiClientMapping.STATE, "REMOVING"), limit);
    }

    @Override
    public List<ApiClient> leftMaking(Instant before, int limit) {
        return read(
                Filters.and(
                        Filters.eq(ApiClientMapping.STATE, "MAKING"),
                        Filters.lt(ApiClientMapping.CREATED, Date.from(before))),
                limit);
    }

    private static Bson of(StoreId store) {
        return Filters.eq(ApiClientMapping.STORES, store.value());
    }

    private List<ApiClient> read(Bson filter, int limit) {
        return collection
                .raw()
                .find(filter)
                .projection(OutboxCollection.hidden())
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(ApiClientMapping::read)
                .into(new ArrayList<>());
    }
}
