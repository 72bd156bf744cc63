/** What fulfillment-service tells: availability as state, and the life of a shipment. */
@NullMarked
package io.niaga.events.fulfillment;

import org.jspecify.annotations.NullMarked;
