package io.niaga.loyalty.points.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
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
import java.util.ArrayList;
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
    /** 2: buckets know what their order is worth and what of it went back. */
    private static final int SCHEMA = 2;

    private static final String BUCKETS = "buckets";
    private static final String ORDER = "buckets.orderId";
    private final OutboxCollection collection;
    private final MongoTemplate mongo;
    private final Function<Member, List<Outgoing>> told;

    public MongoMembers(OutboxCollection collection, MongoTemplate mongo, Function<Member, List<Outgoing>> told) {
        this.collection = collection;
        this.mongo = mongo;
        this.told = told;
        collection.raw().createIndex(Indexes.ascending(ORDER));
        mongo.getCollection(EntryMapping.COLLECTION).createIndex(Indexes.descending("memberId", "position"));
    }

    @Override
    public Optional<Member> find(MemberId id) {
        return Optional.ofNullable(collection.findById(id.value())).map(MongoMembers::toMember);
    }

    @Override
    public boolean add(Member member) {
        Document document = new Document("_id", member.id().value())
                .append("schemaVersion", SCHEMA)
                .append(BUCKETS, buckets(member));
        try {
            collection.insert(document, told.apply(member));
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean save(Member member) {
        Bson changes = Updates.combine(Updates.set(BUCKETS, buckets(member)), Updates.set("schemaVersion", SCHEMA));
        return collection.update(member.id().value(), member.revision(), changes, told.apply(member));
    }

    private static List<Document> buckets(Member member) {
        return member.buckets().stream().map(BucketMapping::of).toList();
    }

    @Override
    public Optional<MemberId> ofOrder(String orderId) {
        return Optional.ofNullable(collection
                        .raw()
                        .find(Filters.eq(ORDER, orderId))
                        .projection(Projections.include("_id"))
                        .first())
                .map(d -> MemberId.of(d.getString("_id")));
    }

    private static Member toMember(Document document) {
        List<Bucket> buckets = document.getList(BUCKETS, Document.class).stream()
                .map(BucketMapping::toBucket)
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
