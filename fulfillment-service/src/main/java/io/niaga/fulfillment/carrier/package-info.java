/** Decides who carries parcels: the port to carriers. */
@NullMarked
package io.niaga.fulfillment.carrier;

import org.jspecify.annotations.NullMarked;
