/** What somebody thinks of buying: lines and quantities, never refused for stock, priced by the catalog each time it is shown. */
@NullMarked
package io.niaga.orders.cart;

import org.jspecify.annotations.NullMarked;
