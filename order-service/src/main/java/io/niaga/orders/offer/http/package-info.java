/** How callers say in which language they want to read. */
@NullMarked
package io.niaga.orders.offer.http;

import org.jspecify.annotations.NullMarked;
