/** Promises and coupons, asked for over HTTP. */
@NullMarked
package io.niaga.orders.quote.clients;

import org.jspecify.annotations.NullMarked;
