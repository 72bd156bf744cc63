package io.niaga.catalog.category;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.types.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where categories are kept. A write succeeds only on what was loaded, and tells the state and the staff write. */
public interface Categories {
    /** How a write went. */
    enum Outcome {
        DONE,
        /** Somebody else wrote in between. */
        STALE,
        /** A sibling has the slug. */
        SLUG_TAKEN
    }

    Optional<Category> find(CategoryId id);

    /** Those of them that exist. */
    List<Category> findAll(Collection<CategoryId> ids);

    /** By position, then slug. */
    List<Category> ofStore(StoreId store);

    Optional<Category> child(StoreId store, @Nullable CategoryId parent, String slug);

    long count(StoreId store);

    boolean hasChildren(CategoryId id);

    /** All below it, in any depth. */
    List<Category> below(CategoryId id);

    /** Also done when the very same category was added before. */
    Outcome add(Category category, StaffWrite write);

    /**
     * @param moved the paths of what is below must follow: it is {@link #moved()} until they do
     * @param write null: the system follows up
     */
    Outcome save(Category category, boolean moved, @Nullable StaffWrite write);

    boolean remove(Category category, StaffWrite write);

    /** Categories whose move is not finished. */
    List<Category> moved();

    /** Its move is finished, unless it was written again since it was loaded. */
    void settled(Category followed);
}
