/** Carts learn that they were ordered. */
@NullMarked
package io.niaga.orders.cart.messaging;

import org.jspecify.annotations.NullMarked;
