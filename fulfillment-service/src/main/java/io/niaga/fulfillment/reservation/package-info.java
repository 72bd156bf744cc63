/** Decides which units an order may have: taken, committed, picked, consumed or given back, each exactly once. */
@NullMarked
package io.niaga.fulfillment.reservation;

import org.jspecify.annotations.NullMarked;
