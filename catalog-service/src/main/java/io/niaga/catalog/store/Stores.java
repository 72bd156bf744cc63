package io.niaga.catalog.store;

import io.niaga.types.StoreId;
import java.util.Optional;

/** The stores this service knows of. */
public interface Stores {
    Optional<Store> find(StoreId id);

    /** The oldest one. */
    Optional<Store> first();

    /** Takes in a store's state unless a later one was taken in already; sequences rise per store. */
    void keep(Store store, long sequence);
}
