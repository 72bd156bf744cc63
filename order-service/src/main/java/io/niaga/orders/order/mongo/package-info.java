/** Orders as documents. */
@NullMarked
package io.niaga.orders.order.mongo;

import org.jspecify.annotations.NullMarked;
