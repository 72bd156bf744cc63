/** Placing and cancelling over HTTP. */
@NullMarked
package io.niaga.orders.checkout.http;

import org.jspecify.annotations.NullMarked;
