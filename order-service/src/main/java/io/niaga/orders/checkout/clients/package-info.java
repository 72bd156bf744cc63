/** Stock, coupons and money, commanded over HTTP. */
@NullMarked
package io.niaga.orders.checkout.clients;

import org.jspecify.annotations.NullMarked;
