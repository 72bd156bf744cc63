package io.niaga.catalog.category;

import io.niaga.catalog.store.Store;
import io.niaga.catalog.text.LocalText;
import io.niaga.catalog.text.Slug;
import io.niaga.types.Actor;
import io.niaga.types.IdSource;
import io.niaga.types.Revision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds categories by the names on the way to them, and makes those that are missing. Remembers what it found: made for one
 * piece of work, used by one thread.
 */
public final class EnsureCategories {
    private final Categories categories;
    private final IdSource ids;
    private final Store store;
    private final Actor actor;
    private final Map<String, Category> known = new HashMap<>();
    private long room = -1;

    public EnsureCategories(Categories categories, IdSource ids, Store store, Actor actor) {
        this.categories = categories;
        this.ids = ids;
        this.store = store;
        this.actor = actor;
    }

    /** The category at the end of the path; nothing when there is none and it may not be made. */
    public Optional<Category> at(List<String> names, boolean make) {
        Category parent = null;
        for (String name : names) {
            Category found = child(parent, name, make);
            if (found == null) {
                return Optional.empty();
            }
            parent = found;
        }
        return Optional.ofNullable(parent);
    }

    private @Nullable Category child(@Nullable Category parent, String name, boolean make) {
        String slug = Slug.of(name, "category");
        String key = (parent == null ? "" : parent.id().value()) + "/" + slug;
        Category remembered = known.get(key);
        if (remembered != null) {
            return remembered;
        }
        CategoryId above = parent == null ? null : parent.id();
        Category found = categories.child(store.id(), above, slug).orElse(null);
        if (found == null && make) {
            found = made(parent, name, slug);
        }
        if (found != null) {
            known.put(key, found);
        }
        return found;
    }

    private @Nullable Category made(@Nullable Category parent, String name, String slug) {
        room = room < 0 ? Category.MOST_PER_STORE - categories.count(store.id()) : room;
        if (room <= 0) {
            throw CategoryProblem.TOO_MANY_CATEGORIES.with("most", Category.MOST_PER_STORE);
        }
        CategoryId id = CategoryId.of(ids.next(CategoryId.PREFIX).toString());
        Category made = new Category(
                id,
                store.id(),
                Category.below(parent, id, slug),
                LocalText.of(store.language(), name),
                0,
                Revision.NEW);
        room--;
        if (categories.add(made, CreateCategory.write(actor, made, "created")) == Categories.Outcome.SLUG_TAKEN) {
            return categories
                    .child(store.id(), parent == null ? null : parent.id(), slug)
                    .orElse(null);
        }
        return made;
    }
}
