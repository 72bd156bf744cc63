package io.niaga.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Dead letters in the service's own database, whole enough to be received later as if they came from the topic. */
final class DeadLetterStore {
    private static final String OPEN = DeadLetter.State.OPEN.name();

    private final MongoDatabaseFactory databases;
    private final Clock clock;
    private volatile boolean indexed;

    DeadLetterStore(MongoDatabaseFactory databases, Clock clock) {
        this.databases = databases;
        this.clock = clock;
    }

    /** Keeps a record once, however often it is delivered; false when it was kept before. */
    boolean add(String group, ConsumerRecord<String, byte[]> in, DeadLetter.Reason reason, @Nullable String error) {
        Document letter = new Document("_id", id(group, in))
                .append("group", group)
                .append("topic", in.topic())
                .append("partition", in.partition())
                .append("offset", in.offset())
                .append("key", in.key())
                .append("headers", headers(in))
                .append("value", in.value() == null ? null : new Binary(in.value()))
                .append("timestamp", in.timestamp())
                .append("reason", reason.name())
                .append("error", error)
                .append("state", OPEN)
                .append("at", Date.from(clock.instant()));
        try {
            letters().insertOne(letter);
            return true;
        } catch (MongoWriteException duplicate) {
            if (duplicate.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw duplicate;
        }
    }

    void remove(String group, ConsumerRecord<String, byte[]> in) {
        letters().deleteOne(new Document("_id", id(group, in)));
    }

    /** Whether an earlier record of the same key still waits. */
    boolean blocked(String group, ConsumerRecord<String, byte[]> in) {
        return letters()
                        .find(openOf(group)
                                .append("key", in.key())
                                .append("topic", in.topic())
                                .append("offset", new Document("$lt", in.offset())))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    /** The key of each letter that waits; of more letters than {@code limit} some. */
    List<String> openKeys(String group, int limit) {
        return letters()
                .find(openOf(group))
                .projection(new Document("key", 1))
                .limit(limit)
                .map(letter -> String.valueOf(letter.getString("key")))
                .into(new ArrayList<>());
    }

    /** In the order they were published. */
    List<Document> open(String group, @Nullable String key, Set<String> withoutKeys, int limit) {
        Document filter = openOf(group);
        if (key != null) {
            filter.append("key", key);
        } else if (!withoutKeys.isEmpty()) {
            filter.append("key", new Document("$nin", List.copyOf(withoutKeys)));
        }
        return letters()
                .find(filter)
                .sort(new Document("topic", 1).append("partition", 1).append("offset", 1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    boolean settle(String id, DeadLetter.State state) {
        Document settled = new Document("state", state.name()).append("settledAt", Date.from(clock.instant()));
        return letters()
                        .updateOne(new Document("_id", id).append("state", OPEN), new Document("$set", settled))
                        .getMatchedCount()
                == 1;
    }

    long count(String group) {
        return letters().countDocuments(openOf(group));
    }

    static ConsumerRecord<String, byte[]> record(Document letter) {
        RecordHeaders headers = new RecordHeaders();
        letter.getList("headers", Document.class)
                .forEach(header -> headers.add(header.getString("name"), bytes(header)));
        byte[] value = bytes(letter);
        return new ConsumerRecord<>(
                letter.getString("topic"),
                letter.getInteger("partition"),
                letter.getLong("offset"),
                letter.getLong("timestamp"),
                TimestampType.CREATE_TIME,
                0,
                value == null ? 0 : value.length,
                letter.getString("key"),
                value,
                headers,
                Optional.empty());
    }

    static DeadLetter letter(Document letter) {
        return new DeadLetter(
                letter.getString("_id"),
                letter.getString("group"),
                letter.getString("topic"),
                letter.getInteger("partition"),
                letter.getLong("offset"),
                letter.getString("key"),
                EnvelopeCodec.type(record(letter)),
                DeadLetter.Reason.valueOf(letter.getString("reason")),
                letter.getString("error"),
                DeadLetter.State.valueOf(letter.getString("state")),
                letter.getDate("at").toInstant());
    }

    private MongoCollection<Document> letters() {
        MongoCollection<Document> letters = databases
                .getMongoDatabase()
                .getCollection("deadletters")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        if (!indexed) {
            Document byKey = new Document("group", 1).append("state", 1).append("key", 1);
            letters.createIndex(byKey, new IndexOptions().name("open"));
            indexed = true;
        }
        return letters;
    }

    private static Document openOf(String group) {
        return new Document("group", group).append("state", OPEN);
    }

    private static String id(String group, ConsumerRecord<String, byte[]> in) {
        return group + "/" + in.topic() + "/" + in.partition() + "/" + in.offset();
    }

    private static List<Document> headers(ConsumerRecord<String, byte[]> in) {
        List<Document> headers = new ArrayList<>();
        for (Header header : in.headers()) {
            headers.add(new Document("name", header.key())
                    .append("value", header.value() == null ? null : new Binary(header.value())));
        }
        return headers;
    }

    private static byte @Nullable [] bytes(Document document) {
        return document.get("value") instanceof Binary binary ? binary.getData() : null;
    }
}
