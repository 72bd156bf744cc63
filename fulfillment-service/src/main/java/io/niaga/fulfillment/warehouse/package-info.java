/** Decides which warehouses a store has and which one is meant when none is named. */
@NullMarked
package io.niaga.fulfillment.warehouse;

import org.jspecify.annotations.NullMarked;
