package io.niaga.catalog.category;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.store.Store;
import io.niaga.types.Actor;
import io.niaga.types.Permissions;
import io.niaga.types.Revision;
import io.niaga.types.UseCase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds a category to a store's tree. */
@UseCase
public final class CreateCategory {
    static final String ACTION = "category:write";
    /** More steps than any tree has levels: whoever goes so far goes round. */
    private static final int LONGEST_WAY = 64;

    private final Categories categories;
    private final Permissions permissions;

    public CreateCategory(Categories categories, Permissions permissions) {
        this.categories = categories;
        this.permissions = permissions;
    }

    /** With the given id; repeated with the same id it changes nothing. */
    public Category create(Actor actor, Store store, CategoryId id, CategoryInput input) {
        permissions.require(actor, ACTION, store.id());
        Optional<Category> known = categories.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        input.check();
        if (categories.count(store.id()) >= Category.MOST_PER_STORE) {
            throw CategoryProblem.TOO_MANY_CATEGORIES.with("most", Category.MOST_PER_STORE);
        }
        String slug = input.slug(store.languages());
        Category made = new Category(
                id,
                store.id(),
                Category.below(parent(categories, store, input.parent()), id, slug),
                input.name(),
                input.position(),
                Revision.NEW);
        if (categories.add(made, write(actor, made, "created")) == Categories.Outcome.SLUG_TAKEN) {
            throw CategoryProblem.CATEGORY_SLUG_TAKEN.with("slug", slug);
        }
        return categories.find(id).orElse(made);
    }

    /** With the path that it has now: a stored path lags behind a move above it, whose child one is does not. */
    static @Nullable Category parent(Categories categories, Store store, @Nullable CategoryId parent) {
        if (parent == null) {
            return null;
        }
        Category found = categories
                .find(parent)
                .filter(one -> one.store().equals(store.id()))
                .orElseThrow(() -> CategoryProblem.PARENT_UNKNOWN
                        .now()
                        .at("/parentId", "PARENT_UNKNOWN", "There is no such category in this store."));
        return path(categories, found).map(found::at).orElse(found);
    }

    /** Where it is now, along its real parents; empty when one of them is gone. */
    static Optional<CategoryPath> path(Categories categories, Category category) {
        Deque<CategoryId> ids = new ArrayDeque<>();
        Deque<String> slugs = new ArrayDeque<>();
        Category at = category;
        while (true) {
            if (ids.size() == LONGEST_WAY) {
                throw CategoryProblem.CATEGORY_CYCLE.now();
            }
            ids.addFirst(at.id());
            slugs.addFirst(at.slug());
            CategoryId above = at.parent();
            if (above == null) {
                return Optional.of(new CategoryPath(List.copyOf(ids), List.copyOf(slugs)));
            }
            Optional<Category> found = categories.find(above);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            at = found.get();
        }
    }

    static StaffWrite write(Actor actor, Category category, String state) {
        return new StaffWrite(
                actor, ACTION, category.id().value(), category.store(), StaffWrite.change("/state", null, state));
    }
}
