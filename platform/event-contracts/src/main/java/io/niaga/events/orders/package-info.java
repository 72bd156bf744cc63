/** What order-service tells: the life of an order, in ids, lines and amounts. */
@NullMarked
package io.niaga.events.orders;

import org.jspecify.annotations.NullMarked;
