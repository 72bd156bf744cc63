/** Decides who carries parcels: the port to carriers that are integrated; every other is worked by hand. */
@NullMarked
package io.niaga.fulfillment.carrier;

import org.jspecify.annotations.NullMarked;
