/** What SKUs cost and what they are called: set by staff and partners, and the answer carts and quotes are built from. */
@NullMarked
package io.niaga.catalog.price;

import org.jspecify.annotations.NullMarked;
