/** Orders as events. */
@NullMarked
package io.niaga.orders.order.messaging;

import org.jspecify.annotations.NullMarked;
