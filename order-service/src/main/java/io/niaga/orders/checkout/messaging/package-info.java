/** What payments and the warehouse tell about an order. */
@NullMarked
package io.niaga.orders.checkout.messaging;

import org.jspecify.annotations.NullMarked;
