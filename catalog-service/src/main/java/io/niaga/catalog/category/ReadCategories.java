package io.niaga.catalog.category;

import io.niaga.catalog.store.Store;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.UseCase;
import java.util.List;

/** Shows categories: names to everybody, what is written to the store's staff. */
@UseCase
public final class ReadCategories {
    private final Categories categories;
    private final Permissions permissions;

    public ReadCategories(Categories categories, Permissions permissions) {
        this.categories = categories;
        this.permissions = permissions;
    }

    public Category one(CategoryId id) {
        return categories.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
    }

    public Category forStaff(Actor actor, CategoryId id) {
        Category found = one(id);
        permissions.require(actor, "product:read-draft", found.store());
        return found;
    }

    /** By position, then slug. */
    public List<Category> ofStore(Store store) {
        return categories.ofStore(store.id());
    }
}
