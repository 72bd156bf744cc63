package io.niaga.catalog.product.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.product.Offer;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.Products;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Outgoing;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Products in MongoDB, one document each, written together with what they tell. */
public final class MongoProducts implements Products {
    private static final String ID = "_id";

    private final OutboxCollection documents;
    private final Function<Product, List<Outgoing>> state;
    private final Function<StaffWrite, Outgoing> audit;

    public MongoProducts(
            Outboxes outboxes, Function<Product, List<Outgoing>> state, Function<StaffWrite, Outgoing> audit) {
        this.documents =
                outboxes.collection("products", document -> state.apply(new ProductDocument(document).product()));
        this.state = state;
        this.audit = audit;
        index(
                Indexes.ascending(ProductDocument.SLUG_KEY),
                new IndexOptions().unique(true).sparse(true));
        index(
                Indexes.ascending(ProductDocument.IMPORT_KEY),
                new IndexOptions().unique(true).sparse(true));
        index(Indexes.ascending(ProductDocument.KEYS), new IndexOptions());
        index(Indexes.ascending(ProductDocument.CATEGORIES, ID), new IndexOptions());
        newestFirst(ProductDocument.STORE);
        newestFirst(ProductDocument.STORE, ProductDocument.STATE);
        newestFirst(ProductDocument.STORE, ProductDocument.WITHIN);
        newestFirst(ProductDocument.STORE, ProductDocument.STATE, ProductDocument.WITHIN);
    }

    private void newestFirst(String... equal) {
        index(Indexes.compoundIndex(Indexes.ascending(equal), Indexes.descending(ID)), new IndexOptions());
    }

    private void index(Bson keys, IndexOptions options) {
        documents.raw().createIndex(keys, options);
    }

    @Override
    public Optional<Product> find(ProductId id) {
        return Optional.ofNullable(documents.findById(id.value())).map(d -> new ProductDocument(d).product());
    }

    @Override
    public Optional<Product> bySlug(StoreId store, String slug) {
        Bson filter = Filters.eq(ProductDocument.SLUG_KEY, ProductDocument.key(store, slug));
        return read(documents.raw().find(filter)).stream().findFirst();
    }

    @Override
    public List<Product> findAll(Collection<ProductId> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(documents
                        .raw()
                        .find(Filters.in(ID, ids.stream().map(ProductId::value).toList())));
    }

    @Override
    public List<Product> byImportKeys(StoreId store, Collection<String> keys) {
        List<String> wanted =
                keys.stream().map(key -> ProductDocument.key(store, key)).toList();
        return wanted.isEmpty()
                ? List.of()
                : read(documents.raw().find(Filters.in(ProductDocument.IMPORT_KEY, wanted)));
    }

    @Override
    public Set<String> takenSlugs(StoreId store, Collection<String> slugs) {
        List<String> wanted =
                slugs.stream().map(slug -> ProductDocument.key(store, slug)).toList();
        if (wanted.isEmpty()) {
            return Set.of();
        }
        return documents
                .raw()
                .find(Filters.in(ProductDocument.SLUG_KEY, wanted))
                .projection(Projections.include("slug"))
                .map(found -> found.getString("slug"))
                .into(new HashSet<>());
    }

    @Override
    public List<Offer> offers(StoreId store, Collection<Sku> skus) {
        Set<Sku> wanted = Set.copyOf(skus);
        List<Offer> offers = new ArrayList<>();
        for (Document found : documents
                .raw()
                .find(Filters.in(ProductDocument.KEYS, ProductDocument.keys(store, wanted)))
                .projection(OfferDocument.PROJECTION)) {
            new OfferDocument(found).offers(wanted).forEach(offers::add);
        }
        return offers;
    }

    @Override
    public List<Product> list(Query query) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq(ProductDocument.STORE, query.store().value()));
        if (query.state() != null) {
            filters.add(Filters.eq(ProductDocument.STATE, query.state()));
        }
        if (query.sku() != null) {
            filters.add(Filters.eq(
                    ProductDocument.KEYS,
                    ProductDocument.key(query.store(), query.sku().value())));
        }
        if (query.category() != null) {
            filters.add(Filters.eq(ProductDocument.WITHIN, query.category().value()));
        }
        if (query.after() != null) {
            filters.add(Filters.lt(ID, query.after().value()));
        }
        return read(documents
                .raw()
                .find(Filters.and(filters))
                .sort(Sorts.descending(ID))
                .limit(query.limit()));
    }

    @Override
    public List<Product> inCategories(Collection<CategoryId> categories, @Nullable ProductId after, int limit) {
        Bson in = Filters.in(
                ProductDocument.CATEGORIES,
                categories.stream().map(CategoryId::value).toList());
        // An archived product keeps what it was, but nobody finds it through its categories.
        Bson alive = Filters.exists(ProductDocument.SLUG_KEY);
        Bson filter = after == null ? Filters.and(in, alive) : Filters.and(in, alive, Filters.gt(ID, after.value()));
        return read(documents.raw().find(filter).sort(Sorts.ascending(ID)).limit(limit));
    }

    private static List<Product> read(FindIterable<Document> found) {
        return found.projection(OutboxCollection.hidden())
                .map(document -> new ProductDocument(document).product())
                .into(new ArrayList<>());
    }

    @Override
    public Outcome add(Product product, List<StaffWrite> writes) {
        Document document = new Document(ID, product.id().value());
        document.putAll(ProductDocument.set(product));
        document.putAll(ProductDocument.unique(product));
        try {
            documents.insert(document, told(product, writes));
            return Outcome.DONE;
        } catch (DuplicateKeyException taken) {
            return find(product.id()).isPresent() ? Outcome.STALE : taken(product);
        }
    }

    @Override
    public Outcome save(Product product, List<StaffWrite> writes) {
        Document set = ProductDocument.set(product);
        Document unset = new Document(ProductDocument.SLUG_KEY, "")
                .append(ProductDocument.KEYS, "")
                .append(ProductDocument.IMPORT_KEY, "");
        Document unique = ProductDocument.unique(product);
        set.putAll(unique);
        unset.keySet().removeAll(unique.keySet());
        Document changes = new Document("$set", set);
        if (!unset.isEmpty()) {
            changes.append("$unset", unset);
        }
        try {
            boolean done = documents.update(product.id().value(), product.revision(), changes, told(product, writes));
            return done ? Outcome.DONE : Outcome.STALE;
        } catch (DuplicateKeyException taken) {
            return taken(product);
        }
    }

    private Outcome taken(Product product) {
        boolean slug = bySlug(product.store(), product.slug())
                .filter(other -> !other.id().equals(product.id()))
                .isPresent();
        return slug ? Outcome.SLUG_TAKEN : Outcome.KEY_TAKEN;
    }

    private List<Outgoing> told(Product product, List<StaffWrite> writes) {
        List<Outgoing> told = new ArrayList<>(state.apply(product));
        writes.forEach(write -> told.add(audit.apply(write)));
        return told;
    }
}
