@NullMarked
package io.niaga.fulfillment.shipment.messaging;

import org.jspecify.annotations.NullMarked;
