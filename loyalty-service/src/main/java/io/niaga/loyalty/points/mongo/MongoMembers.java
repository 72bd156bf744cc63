package io.niaga.loyalty.points.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.loyalty.points.Bucket;
import io.niaga.loyalty.points.Member;
import io.niaga.loyalty.points.MemberId;
import io.niaga.loyalty.points.Members;
import io.niaga.loyalty.points.PointsEntry;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Members in MongoDB with their buckets; ledger entries in a collection of their own, written from the outbox. */
public final class MongoMembers implements Members {
    private final OutboxCollection collection;
    private final MongoTemplate mongo;
    private final Function<Member, List<Outgoing>> told;

    public MongoMembers(OutboxCollection collection, MongoTemplate mongo, Function<Member, List<Outgoing>> told) {
        this.collection = collection;
        this.mongo = mongo;
        this.told = told;
        mongo.getCollection(EntryMapping.COLLECTION).createIndex(Indexes.descending("memberId", "position"));
    }

    @Override
    public Optional<Member> find(MemberId id) {
        return Optional.ofNullable(collection.findById(id.value())).map(MongoMembers::toMember);
    }

    @Override
    public boolean add(Member member) {
        Document document = new Document("_id", member.id().value())
                .append("schemaVersion", 1)
                .append("buckets", buckets(member));
        try {
            collection.insert(document, told.apply(member));
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean save(Member member) {
        Bson changes = Updates.set("buckets", buckets(member));
        return collection.update(member.id().value(), member.revision(), changes, told.apply(member));
    }

    private static List<Document> buckets(Member member) {
        return member.buckets().stream()
                .map(b -> new Document("orderId", b.orderId())
                        .append("storeId", b.store().value())
                        .append("points", b.points())
                        .append("state", b.state().name())
                        .append("at", Date.from(b.at())))
                .toList();
    }

    private static Member toMember(Document document) {
        List<Bucket> buckets = document.getList("buckets", Document.class).stream()
                .map(b -> new Bucket(
                        b.getString("orderId"),
                        StoreId.of(b.getString("storeId")),
                        b.getLong("points"),
                        Bucket.BucketState.valueOf(b.getString("state")),
                        b.getDate("at").toInstant()))
                .toList();
        MemberId id = MemberId.of(document.getString("_id"));
        return Member.restore(id, buckets, OutboxCollection.revision(document));
    }

    @Override
    public Page<PointsEntry> ledger(MemberId id, int limit, @Nullable String after) {
        Bson ofMember = Filters.eq("memberId", id.value());
        List<Document> found = mongo.getCollection(EntryMapping.COLLECTION)
                .find(after == null ? ofMember : Filters.and(ofMember, Filters.lt("position", Long.parseLong(after))))
                .sort(Sorts.descending("position"))
                .limit(limit + 1)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> page = more ? found.subList(0, limit) : found;
        String next = more ? Long.toString(page.getLast().getLong("position")) : null;
        return new Page<>(page.stream().map(EntryMapping::toEntry).toList(), next);
    }
}
