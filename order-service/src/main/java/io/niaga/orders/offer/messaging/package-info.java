/** What the catalog and the warehouses tell. */
@NullMarked
package io.niaga.orders.offer.messaging;

import org.jspecify.annotations.NullMarked;
