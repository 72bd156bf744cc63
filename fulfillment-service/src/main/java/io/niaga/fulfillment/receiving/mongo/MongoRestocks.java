package io.niaga.fulfillment.receiving.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.niaga.fulfillment.receiving.Restock;
import io.niaga.fulfillment.receiving.RestockState;
import io.niaga.fulfillment.receiving.Restocks;
import io.niaga.fulfillment.receiving.ReturnId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One document per return. They tell nothing: the rows tell what changes, the return is the order's to tell. */
public final class MongoRestocks implements Restocks {
    private final MongoCollection<Document> all;

    public MongoRestocks(MongoTemplate mongo) {
        this.all = mongo.getCollection("restocks")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        all.createIndex(Indexes.ascending("state", "changedAt"));
    }

    @Override
    public Optional<Restock> find(ReturnId id) {
        return Optional.ofNullable(all.find(Filters.eq("_id", id.value())).first())
                .map(RestockMapping::read);
    }

    @Override
    public Optional<Restock> insert(Restock restock) {
        Document document = RestockMapping.of(restock, 1);
        try {
            all.insertOne(document);
            return Optional.of(RestockMapping.read(document));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    @Override
    public Optional<Restock> replace(Restock changed) {
        Document document = RestockMapping.of(changed, changed.version() + 1);
        boolean written = all.replaceOne(
                                Filters.and(
                                        Filters.eq("_id", changed.id().value()),
                                        Filters.eq("version", changed.version())),
                                document)
                        .getMatchedCount()
                == 1;
        return written ? Optional.of(RestockMapping.read(document)) : Optional.empty();
    }

    @Override
    public List<Restock> leftOpen(Instant before, int limit) {
        return all.find(Filters.and(
                        Filters.eq("state", RestockState.RESTOCKING.name()),
                        Filters.lt("changedAt", Date.from(before))))
                .limit(limit)
                .map(RestockMapping::read)
                .into(new ArrayList<>());
    }
}
