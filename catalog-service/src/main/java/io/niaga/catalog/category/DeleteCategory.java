package io.niaga.catalog.category;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.UseCase;

/** Removes a category that holds nothing. */
@UseCase
public final class DeleteCategory {
    private final Categories categories;
    private final CategoryContents contents;
    private final Permissions permissions;

    public DeleteCategory(Categories categories, CategoryContents contents, Permissions permissions) {
        this.categories = categories;
        this.contents = contents;
        this.permissions = permissions;
    }

    public void delete(Actor actor, CategoryId id, Precondition precondition) {
        Category now = categories.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        permissions.require(actor, CreateCategory.ACTION, now.store());
        precondition.check(now.revision());
        if (categories.hasChildren(id) || contents.any(id)) {
            throw CategoryProblem.CATEGORY_NOT_EMPTY.now();
        }
        if (!categories.remove(now, CreateCategory.write(actor, now, "deleted"))) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
    }
}
