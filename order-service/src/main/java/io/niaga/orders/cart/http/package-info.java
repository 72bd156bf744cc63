/** Carts over HTTP. */
@NullMarked
package io.niaga.orders.cart.http;

import org.jspecify.annotations.NullMarked;
