package io.niaga.catalog.category.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.category.Categories;
import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryId;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Outgoing;
import io.niaga.types.StoreId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Categories in MongoDB. One that is gone stays as an empty shell, so that its tombstone is told. */
public final class MongoCategories implements Categories {
    private final OutboxCollection documents;
    private final Function<Category, Outgoing> state;
    private final Outgoing gone;
    private final Function<StaffWrite, Outgoing> audit;

    public MongoCategories(
            Outboxes outboxes,
            Function<Category, Outgoing> state,
            Outgoing gone,
            Function<StaffWrite, Outgoing> audit) {
        this.documents = outboxes.collection("categories", this::current);
        this.state = state;
        this.gone = gone;
        this.audit = audit;
        documents.raw().createIndex(Indexes.ascending(CategoryDocument.PLACE), unique());
        documents.raw().createIndex(Indexes.ascending(CategoryDocument.STORE, "position"));
        documents.raw().createIndex(Indexes.ascending(CategoryDocument.PARENT));
        documents.raw().createIndex(Indexes.ascending(CategoryDocument.PATH));
        documents.raw().createIndex(Indexes.ascending(CategoryDocument.MOVED), new IndexOptions().sparse(true));
    }

    private static IndexOptions unique() {
        return new IndexOptions().unique(true).sparse(true);
    }

    private List<Outgoing> current(Document document) {
        return List.of(
                document.containsKey(CategoryDocument.GONE)
                        ? gone
                        : state.apply(new CategoryDocument(document).category()));
    }

    @Override
    public Optional<Category> find(CategoryId id) {
        return Optional.ofNullable(documents.findById(id.value()))
                .filter(document -> !document.containsKey(CategoryDocument.GONE))
                .map(document -> new CategoryDocument(document).category());
    }

    @Override
    public List<Category> findAll(Collection<CategoryId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return list(Filters.in("_id", ids.stream().map(CategoryId::value).toList()));
    }

    @Override
    public List<Category> ofStore(StoreId store) {
        return list(Filters.eq(CategoryDocument.STORE, store.value())).stream()
                .sorted(Comparator.comparingInt(Category::position).thenComparing(Category::slug))
                .toList();
    }

    @Override
    public Optional<Category> child(StoreId store, @Nullable CategoryId parent, String slug) {
        String place = CategoryDocument.place(store, parent == null ? "" : parent.value(), slug);
        return list(Filters.eq(CategoryDocument.PLACE, place)).stream().findFirst();
    }

    @Override
    public long count(StoreId store) {
        return documents.raw().countDocuments(Filters.eq(CategoryDocument.STORE, store.value()));
    }

    @Override
    public boolean hasChildren(CategoryId id) {
        return !list(Filters.eq(CategoryDocument.PARENT, id.value())).isEmpty();
    }

    @Override
    public List<Category> below(CategoryId id) {
        return list(Filters.eq(CategoryDocument.PATH, id.value())).stream()
                .filter(each -> !each.id().equals(id))
                .toList();
    }

    private List<Category> list(Bson filter) {
        return documents
                .raw()
                .find(filter)
                .projection(OutboxCollection.hidden())
                .map(document -> new CategoryDocument(document).category())
                .into(new ArrayList<>());
    }

    @Override
    public Outcome add(Category category, StaffWrite write) {
        Document document = CategoryDocument.of(category).identified(category.id());
        try {
            documents.insert(document, List.of(state.apply(category), audit.apply(write)));
            return Outcome.DONE;
        } catch (DuplicateKeyException taken) {
            return find(category.id()).isPresent() ? Outcome.DONE : Outcome.SLUG_TAKEN;
        }
    }

    @Override
    public Outcome save(Category category, boolean moved, @Nullable StaffWrite write) {
        Document set = CategoryDocument.of(category).fields();
        if (moved) {
            set.append(CategoryDocument.MOVED, true);
        }
        List<Outgoing> told =
                write == null ? List.of(state.apply(category)) : List.of(state.apply(category), audit.apply(write));
        try {
            boolean done =
                    documents.update(category.id().value(), category.revision(), new Document("$set", set), told);
            return done ? Outcome.DONE : Outcome.STALE;
        } catch (DuplicateKeyException taken) {
            return Outcome.SLUG_TAKEN;
        }
    }

    @Override
    public boolean remove(Category category, StaffWrite write) {
        Document emptied = new Document("$set", new Document(CategoryDocument.GONE, true))
                .append(
                        "$unset",
                        new Document(CategoryDocument.PLACE, "")
                                .append(CategoryDocument.STORE, "")
                                .append(CategoryDocument.PARENT, "")
                                .append(CategoryDocument.PATH, "")
                                .append(CategoryDocument.MOVED, "")
                                .append("name", ""));
        return documents.update(category.id().value(), category.revision(), emptied, List.of(gone, audit.apply(write)));
    }

    @Override
    public List<Category> moved() {
        return list(Filters.eq(CategoryDocument.MOVED, true));
    }

    @Override
    public void settled(Category followed) {
        // Beside the outbox collection, so that the version, which is the ETag, stays.
        documents
                .raw()
                .updateOne(
                        Filters.and(
                                Filters.eq("_id", followed.id().value()),
                                Filters.eq("version", followed.revision().version())),
                        new Document("$unset", new Document(CategoryDocument.MOVED, "")));
    }
}
