package io.niaga.users.notification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.types.Page;
import io.niaga.users.notification.DeliveryState;
import io.niaga.users.notification.Notification;
import io.niaga.users.notification.NotificationId;
import io.niaga.users.notification.Notifications;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Notifications in MongoDB; {@code dueAt} is there while one is queued, and is the lease while one is being sent. */
public final class MongoNotifications implements Notifications {
    private static final String COLLECTION = "notifications";
    private final MongoTemplate mongo;

    public MongoNotifications(MongoTemplate mongo) {
        this.mongo = mongo;
        collection().createIndex(Indexes.ascending(NotificationMapping.DUE), new IndexOptions().sparse(true));
        collection().createIndex(Indexes.ascending(NotificationMapping.WAITS_SINCE), new IndexOptions().sparse(true));
        collection().createIndex(Indexes.ascending("orderId", NotificationMapping.POSITION));
        collection().createIndex(Indexes.descending("storeId", NotificationMapping.POSITION));
        collection()
                .createIndex(Indexes.descending("storeId", NotificationMapping.STATE, NotificationMapping.POSITION));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    @Override
    public void add(Notification notification) {
        try {
            mongo.insert(NotificationMapping.of(notification), COLLECTION);
        } catch (DuplicateKeyException known) {
            // The same news was heard before.
        }
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return collection()
                .find(Filters.lte(NotificationMapping.DUE, now))
                .sort(Sorts.ascending(NotificationMapping.DUE))
                .projection(Projections.include("orderId"))
                .limit(limit)
                .map(d -> d.getString("orderId"))
                .into(new ArrayList<>());
    }

    @Override
    public List<Waiting> waiting(String orderId) {
        return collection()
                .find(Filters.and(Filters.eq("orderId", orderId), Filters.exists(NotificationMapping.DUE)))
                .sort(Sorts.ascending("at", NotificationMapping.POSITION))
                .projection(Projections.include(NotificationMapping.DUE))
                .map(d -> new Waiting(
                        NotificationId.of(d.getString("_id")),
                        Objects.requireNonNull(d.getDate(NotificationMapping.DUE))
                                .toInstant()))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Instant> oldestWaiting() {
        return Optional.ofNullable(collection()
                        .find(Filters.gt(NotificationMapping.WAITS_SINCE, Instant.EPOCH))
                        .sort(Sorts.ascending(NotificationMapping.WAITS_SINCE))
                        .projection(Projections.include(NotificationMapping.WAITS_SINCE))
                        .first())
                .map(d -> Objects.requireNonNull(d.getDate(NotificationMapping.WAITS_SINCE))
                        .toInstant());
    }

    @Override
    public Optional<Notification> claim(NotificationId id, Instant now, Instant until) {
        Bson due = Filters.and(Filters.eq("_id", id.value()), Filters.lte(NotificationMapping.DUE, now));
        Document claimed = collection()
                .findOneAndUpdate(
                        due,
                        Updates.set(NotificationMapping.DUE, Date.from(until)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(claimed).map(NotificationMapping::toNotification);
    }

    @Override
    public boolean save(Notification notification, Instant claimedUntil) {
        Bson claimed = Filters.and(
                Filters.eq("_id", notification.id().value()), Filters.eq(NotificationMapping.DUE, claimedUntil));
        return collection()
                        .replaceOne(claimed, NotificationMapping.of(notification), new ReplaceOptions())
                        .getMatchedCount()
                == 1;
    }

    @Override
    public List<Notification> ofOrder(String orderId) {
        return collection()
                .find(Filters.eq("orderId", orderId))
                .sort(Sorts.ascending(NotificationMapping.POSITION))
                .limit(100)
                .map(NotificationMapping::toNotification)
                .into(new ArrayList<>());
    }

    @Override
    public Page<Notification> ofStore(Listed wanted, int limit, @Nullable String after) {
        DeliveryState state = wanted.state();
        Bson store = Filters.eq("storeId", wanted.storeId());
        Bson ofStore = state == null ? store : Filters.and(store, Filters.eq(NotificationMapping.STATE, state.name()));
        List<Document> found = collection()
                .find(after == null ? ofStore : Filters.and(ofStore, Filters.lt(NotificationMapping.POSITION, after)))
                .sort(Sorts.descending(NotificationMapping.POSITION))
                .limit(limit + 1)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> page = more ? found.subList(0, limit) : found;
        return new Page<>(
                page.stream().map(NotificationMapping::toNotification).toList(),
                more ? page.getLast().getString(NotificationMapping.POSITION) : null);
    }
}
