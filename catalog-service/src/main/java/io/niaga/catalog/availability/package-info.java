/** A projection of fulfillment's stock: whether a SKU can be had. */
@NullMarked
package io.niaga.catalog.availability;

import org.jspecify.annotations.NullMarked;
