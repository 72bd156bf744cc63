/** Decides how many units of a SKU a warehouse has, counts them, and says what can be had. */
@NullMarked
package io.niaga.fulfillment.stock;

import org.jspecify.annotations.NullMarked;
