/** Decides what a customer buys and what we promised: carts, quotes, orders and the process that leads from one to the other. */
@NullMarked
package io.niaga.orders;

import org.jspecify.annotations.NullMarked;
