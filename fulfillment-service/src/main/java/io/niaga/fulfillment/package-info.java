/** fulfillment-service: what we have, where it is, and when it arrives. */
@NullMarked
package io.niaga.fulfillment;

import org.jspecify.annotations.NullMarked;
