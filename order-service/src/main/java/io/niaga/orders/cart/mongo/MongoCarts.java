package io.niaga.orders.cart.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.CartState;
import io.niaga.orders.cart.Carts;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Carts, one document each; a save replaces the document under the version it was loaded with. */
public final class MongoCarts implements Carts {
    private final MongoCollection<Document> documents;
    private final MongoConverter converter;

    public MongoCarts(MongoCollection<Document> documents, MongoConverter converter) {
        this.documents = documents;
        this.converter = converter;
    }

    @Override
    public void insert(Cart cart) {
        try {
            documents.insertOne(document(cart));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    @Override
    public Optional<Cart> byId(CartId id) {
        return Optional.ofNullable(documents.find(Filters.eq("_id", id.value())).first())
                .map(found -> converter.read(CartDocument.class, found).cart());
    }

    @Override
    public Optional<Cart> save(Cart cart) {
        Cart next = cart.saved();
        boolean written = documents
                        .replaceOne(
                                Filters.and(
                                        Filters.eq("_id", cart.id().value()), Filters.eq("version", cart.version())),
                                document(next))
                        .getMatchedCount()
                == 1;
        return written ? Optional.of(next) : Optional.empty();
    }

    @Override
    public void close(CartId id, Instant at) {
        documents.updateOne(
                Filters.and(Filters.eq("_id", id.value()), Filters.eq("state", CartState.OPEN.name())),
                Updates.combine(
                        Updates.set("state", CartState.ORDERED.name()),
                        Updates.set("changedAt", Date.from(at)),
                        Updates.inc("version", 1L)));
    }

    private Document document(Cart cart) {
        Document document = new Document();
        converter.write(CartDocument.of(cart), document);
        return document;
    }
}
