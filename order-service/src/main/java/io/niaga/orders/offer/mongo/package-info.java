/** The copy of availability. */
@NullMarked
package io.niaga.orders.offer.mongo;

import org.jspecify.annotations.NullMarked;
