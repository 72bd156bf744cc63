/** What can be bought in a store right now: names and prices as the catalog says them, availability as the warehouse does. */
@NullMarked
package io.niaga.orders.offer;

import org.jspecify.annotations.NullMarked;
