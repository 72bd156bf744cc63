/** What a purchase would cost and when it would arrive: fixed, itemised and stored until it expires or is ordered. */
@NullMarked
package io.niaga.orders.quote;

import org.jspecify.annotations.NullMarked;
