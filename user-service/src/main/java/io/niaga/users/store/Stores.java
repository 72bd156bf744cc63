package io.niaga.users.store;

import io.niaga.types.Page;
import io.niaga.types.StoreId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where stores are kept; each write carries what it tells and its audit entry. */
public interface Stores {
    Optional<Store> find(StoreId id);

    /** False when the store exists already. */
    boolean add(Store store, StoreChange change);

    /** False when someone else saved in between. */
    boolean save(Store store, StoreChange change);

    /** All stores, oldest first. */
    Page<Store> all(int limit, @Nullable String after);
}
