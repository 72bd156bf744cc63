/** Carts as documents. */
@NullMarked
package io.niaga.orders.cart.mongo;

import org.jspecify.annotations.NullMarked;
