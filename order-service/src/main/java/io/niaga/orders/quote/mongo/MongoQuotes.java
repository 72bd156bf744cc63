package io.niaga.orders.quote.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.QuoteId;
import io.niaga.orders.quote.Quotes;
import io.niaga.types.TypeId;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Quotes, one document each, never changed. */
public final class MongoQuotes implements Quotes {
    private final MongoCollection<Document> documents;
    private final MongoConverter converter;

    public MongoQuotes(MongoCollection<Document> documents, MongoConverter converter) {
        this.documents = documents;
        this.converter = converter;
    }

    @Override
    public boolean insert(Quote quote) {
        Document document = new Document();
        converter.write(QuoteDocument.of(quote), document);
        try {
            documents.insertOne(document);
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return false;
        }
    }

    @Override
    public Optional<Quote> byId(QuoteId id) {
        return Optional.ofNullable(documents.find(Filters.eq("_id", id.value())).first())
                .map(found -> converter.read(QuoteDocument.class, found).quote());
    }

    @Override
    public long forgetMadeBefore(Instant moment) {
        String made = TypeId.earliest(QuoteId.PREFIX, moment).toString();
        return documents.deleteMany(Filters.lt("_id", made)).getDeletedCount();
    }
}
