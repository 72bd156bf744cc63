/** What SKUs cost and what they are called: the answer other services build carts and quotes from. */
@NullMarked
package io.niaga.catalog.price;

import org.jspecify.annotations.NullMarked;
