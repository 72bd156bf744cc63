package io.niaga.catalog.category;

import io.niaga.catalog.audit.Proposal;
import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.catalog.store.Store;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.UseCase;

/** Renames, orders and moves a category. What is below it follows in the background. */
@UseCase
public final class ChangeCategory {
    private final Categories categories;
    private final ChooseStore stores;
    private final Permissions permissions;

    public ChangeCategory(Categories categories, ChooseStore stores, Permissions permissions) {
        this.categories = categories;
        this.stores = stores;
        this.permissions = permissions;
    }

    public Category change(
            Actor actor, CategoryId id, Precondition precondition, Proposal.Edit<Category, CategoryInput> edit) {
        Category now = categories.find(id).orElseThrow(CommonProblem.NOT_FOUND::now);
        permissions.require(actor, CreateCategory.ACTION, now.store());
        Proposal<CategoryInput> proposal = edit.on(now);
        permissions.requireFields(actor, CreateCategory.ACTION, now.store(), proposal.pointers());
        precondition.require(now.revision());
        CategoryInput input = proposal.written();
        input.check();
        if (proposal.changes().isEmpty()) {
            return now;
        }
        Store store = stores.forShop(now.store());
        String slug = input.slug(store.languages());
        Category parent = CreateCategory.parent(categories, store, input.parent());
        CategoryPath path = Category.below(parent, id, slug);
        if (!path.equals(now.path())) {
            requireRoom(now, path);
        }
        Category changed = new Category(id, now.store(), path, input.name(), input.position(), now.revision());
        StaffWrite write = new StaffWrite(actor, CreateCategory.ACTION, id.value(), now.store(), proposal.changes());
        return saved(changed, !path.equals(now.path()), write);
    }

    private void requireRoom(Category now, CategoryPath path) {
        // Counted from the category itself: what stands above it in a path below it may be from before its last move.
        int levels = categories.below(now.id()).stream()
                .map(each -> each.path().ids())
                .mapToInt(ids -> ids.size() - 1 - ids.indexOf(now.id()))
                .max()
                .orElse(0);
        if (path.ids().size() + levels > Category.DEEPEST) {
            throw CategoryProblem.CATEGORY_TOO_DEEP.with("deepest", Category.DEEPEST);
        }
    }

    private Category saved(Category changed, boolean moved, StaffWrite write) {
        return switch (categories.save(changed, moved, write)) {
            case DONE -> categories.find(changed.id()).orElse(changed);
            case STALE -> throw CommonProblem.CONCURRENT_CHANGE.now();
            case SLUG_TAKEN -> throw CategoryProblem.CATEGORY_SLUG_TAKEN.with("slug", changed.slug());
        };
    }
}
