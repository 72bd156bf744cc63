package io.niaga.catalog.category.mongo;

import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.CategoryPath;
import io.niaga.catalog.text.LocalText;
import io.niaga.messaging.OutboxCollection;
import io.niaga.types.StoreId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** A category as it is kept. {@code place} is store, parent and slug in one: unique, and absent once it is gone. */
record CategoryDocument(Document fields) {
    static final String STORE = "storeId";
    static final String PARENT = "parentId";
    static final String PATH = "idPath";
    static final String PLACE = "place";
    static final String MOVED = "moved";
    static final String GONE = "gone";

    static CategoryDocument of(Category category) {
        CategoryId parent = category.parent();
        return new CategoryDocument(new Document("schemaVersion", 1)
                .append(STORE, category.store().value())
                .append(PARENT, parent == null ? null : parent.value())
                .append(
                        PATH,
                        category.path().ids().stream().map(CategoryId::value).toList())
                .append("slugPath", category.path().slugs())
                .append("name", new Document(new LinkedHashMap<>(category.name().texts())))
                .append("position", category.position())
                .append(PLACE, place(category.store(), parent == null ? "" : parent.value(), category.slug())));
    }

    static String place(StoreId store, String parent, String slug) {
        return store.value() + "/" + parent + "/" + slug;
    }

    Document identified(CategoryId id) {
        Document whole = new Document("_id", id.value());
        whole.putAll(fields);
        return whole;
    }

    Category category() {
        return new Category(
                CategoryId.of(fields.getString("_id")),
                StoreId.of(fields.getString(STORE)),
                new CategoryPath(
                        fields.getList(PATH, String.class).stream()
                                .map(CategoryId::of)
                                .toList(),
                        fields.getList("slugPath", String.class)),
                texts(fields.get("name", Document.class)),
                fields.getInteger("position"),
                OutboxCollection.revision(fields));
    }

    private static LocalText texts(Document texts) {
        return new LocalText(
                texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> (String) e.getValue())));
    }
}
