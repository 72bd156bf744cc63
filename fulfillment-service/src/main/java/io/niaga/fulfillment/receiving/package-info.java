/** Decides what becomes of goods that come back: into which row of stock, fit for sale or damaged, each unit once. */
@NullMarked
package io.niaga.fulfillment.receiving;

import org.jspecify.annotations.NullMarked;
