/** Decides where an order's goods are on their way from the shelf to the customer. */
@NullMarked
package io.niaga.fulfillment.shipment;

import org.jspecify.annotations.NullMarked;
