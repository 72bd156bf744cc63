package io.niaga.orders.cart.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.orders.cart.Cart;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.cart.CartState;
import io.niaga.orders.cart.Carts;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Carts, one document each; a save replaces the document under the version it was loaded with. */
public final class MongoCarts implements Carts {
    private static final String ID = "_id";
    private static final String CUSTOMER = "customerId";
    private static final String STATE = "state";
    private static final String CHANGED_AT = "changedAt";

    private final MongoCollection<Document> documents;
    private final MongoConverter converter;

    public MongoCarts(MongoCollection<Document> documents, MongoConverter converter) {
        this.documents = documents;
        this.converter = converter;
        documents.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CUSTOMER, STATE), Indexes.descending(CHANGED_AT, ID)));
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
    public Found openOf(UserId customer, Slice slice) {
        List<Bson> filters = new ArrayList<>(
                List.of(Filters.eq(CUSTOMER, customer.value()), Filters.eq(STATE, CartState.OPEN.name())));
        Position after = slice.after();
        if (after != null) {
            Date at = Date.from(after.changedAt());
            filters.add(Filters.or(
                    Filters.lt(CHANGED_AT, at),
                    Filters.and(
                            Filters.eq(CHANGED_AT, at),
                            Filters.lt(ID, after.id().value()))));
        }
        List<Cart> found = documents
                .find(Filters.and(filters))
                .sort(Sorts.descending(CHANGED_AT, ID))
                .limit(slice.limit() + 1)
                .map(document -> converter.read(CartDocument.class, document).cart())
                .into(new ArrayList<>());
        return Found.of(found, slice.limit());
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

    @Override
    public long forgetUnchangedSince(Instant moment) {
        // Ids tell when a cart was opened: the range needs no index of its own, and has few that are still in use.
        String opened = TypeId.earliest(CartId.PREFIX, moment).toString();
        return documents
                .deleteMany(Filters.and(Filters.lt(ID, opened), Filters.lt(CHANGED_AT, Date.from(moment))))
                .getDeletedCount();
    }

    private Document document(Cart cart) {
        Document document = new Document();
        converter.write(CartDocument.of(cart), document);
        return document;
    }
}
