package io.niaga.catalog.product.mongo;

import io.niaga.catalog.product.ImportMark;
import io.niaga.catalog.product.Origin;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.ProductState;
import io.niaga.messaging.OutboxCollection;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is kept. {@code slugKey} and {@code importKey} hold the store too and are unique; {@code keys} are its
 * {@code store/sku}. An archived product has none of the three.
 */
record ProductDocument(Document fields) {
    static final String STORE = "storeId";
    static final String STATE = "state";
    static final String SLUG_KEY = "slugKey";
    static final String IMPORT_KEY = "importKey";
    static final String KEYS = "keys";
    static final String CATEGORIES = "categories";
    /** Its categories and all above them. */
    static final String WITHIN = ContentDocument.PATHS + ".ids";

    static String key(StoreId store, String rest) {
        return store.value() + "/" + rest;
    }

    static List<String> keys(StoreId store, Collection<Sku> skus) {
        return skus.stream().map(sku -> key(store, sku.value())).toList();
    }

    /** Everything but {@code _id} and the keys. */
    static Document set(Product product) {
        Document set = new Document("schemaVersion", 1)
                .append(STORE, product.store().value())
                .append("slug", product.slug())
                .append(STATE, product.state().label())
                .append("publishedAt", date(published(product.state())))
                .append("stateSince", date(since(product)))
                .append("createdAt", date(product.createdAt()))
                .append("changedAt", date(product.changedAt()))
                .append("origin", product.origin().key())
                .append("mark", mark(product.origin().mark()))
                .append(
                        CATEGORIES,
                        product.content().categories().stream()
                                .map(Object::toString)
                                .toList());
        set.putAll(ContentDocument.of(product.content(), product.paths()));
        return set;
    }

    /** What other products may not have too; empty for an archived product. */
    static Document unique(Product product) {
        if (product.state() instanceof ProductState.Archived) {
            return new Document();
        }
        Document unique = new Document(SLUG_KEY, key(product.store(), product.slug()))
                .append(KEYS, keys(product.store(), product.content().skus()));
        String origin = product.origin().key();
        return origin == null ? unique : unique.append(IMPORT_KEY, key(product.store(), origin));
    }

    private static @Nullable Instant published(ProductState state) {
        return switch (state) {
            case ProductState.Published published -> published.since();
            case ProductState.Unpublished unpublished -> unpublished.published();
            case ProductState.Draft ignored -> null;
            case ProductState.Archived ignored -> null;
        };
    }

    private static Instant since(Product product) {
        return switch (product.state()) {
            case ProductState.Published published -> published.since();
            case ProductState.Unpublished unpublished -> unpublished.since();
            case ProductState.Draft ignored -> product.createdAt();
            case ProductState.Archived archived -> archived.since();
        };
    }

    private static @Nullable Document mark(@Nullable ImportMark mark) {
        return mark == null
                ? null
                : new Document("import", mark.importId())
                        .append("piece", mark.piece())
                        .append("created", texts(mark.created()))
                        .append("changed", texts(mark.changed()));
    }

    private static List<String> texts(Set<Sku> skus) {
        return skus.stream().map(Sku::value).sorted().toList();
    }

    Product product() {
        ContentDocument content = new ContentDocument(fields);
        return new Product(
                ProductId.of(fields.getString("_id")),
                StoreId.of(fields.getString(STORE)),
                fields.getString("slug"),
                state(),
                content.content(),
                content.paths(),
                instant("createdAt"),
                instant("changedAt"),
                new Origin(fields.getString("origin"), mark()),
                OutboxCollection.revision(fields));
    }

    private ProductState state() {
        return switch (fields.getString(STATE)) {
            case "DRAFT" -> new ProductState.Draft();
            case "PUBLISHED" -> new ProductState.Published(instant("publishedAt"));
            case "UNPUBLISHED" -> new ProductState.Unpublished(instant("publishedAt"), instant("stateSince"));
            case "ARCHIVED" -> new ProductState.Archived(instant("stateSince"));
            case String other -> throw new IllegalStateException("a product cannot be " + other);
        };
    }

    private @Nullable ImportMark mark() {
        return fields.get("mark") instanceof Document mark
                ? new ImportMark(
                        mark.getString("import"),
                        mark.getInteger("piece"),
                        skus(mark.getList("created", String.class)),
                        skus(mark.getList("changed", String.class)))
                : null;
    }

    private static Set<Sku> skus(List<String> texts) {
        return texts.stream().map(Sku::of).collect(Collectors.toSet());
    }

    private Instant instant(String field) {
        return fields.getDate(field).toInstant();
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
