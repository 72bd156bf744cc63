package io.niaga.reporting.dashboard.mongo;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.reporting.dashboard.Link;
import io.niaga.reporting.dashboard.Links;
import io.niaga.reporting.sales.Period;
import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.bson.Document;

/** Links in MongoDB by the hash of their id: reading the database opens none. Forgotten a day after they expired. */
public final class MongoLinks implements Links {
    private final OutboxCollection collection;
    private final BiFunction<Link, Actor, List<Outgoing>> told;

    public MongoLinks(OutboxCollection collection, BiFunction<Link, Actor, List<Outgoing>> told) {
        this.collection = collection;
        this.told = told;
        collection.raw().createIndex(Indexes.ascending("expires"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
    }

    @Override
    public void add(Link link, Actor maker) {
        Document document = new Document("_id", hash(link.id()))
                .append("storeId", link.store().value())
                .append("from", link.period().from().toString())
                .append("to", link.period().to().toString())
                .append("expires", Date.from(link.expires()));
        collection.insert(document, told.apply(link, maker));
    }

    @Override
    public Optional<Link> find(TypeId id) {
        return Optional.ofNullable(collection.findById(hash(id)))
                .map(kept -> new Link(
                        id,
                        StoreId.of(kept.getString("storeId")),
                        new Period(LocalDate.parse(kept.getString("from")), LocalDate.parse(kept.getString("to"))),
                        kept.getDate("expires").toInstant()));
    }

    private static String hash(TypeId id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(id.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
