package io.niaga.orders.cart.http;

import io.niaga.types.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * What a cart is opened with.
 *
 * @param storeId left out: the first store
 */
record OpenCartRequest(@Nullable StoreId storeId) {}
