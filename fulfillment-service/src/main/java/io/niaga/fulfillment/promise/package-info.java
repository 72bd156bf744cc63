/** Decides how a store ships where, for how much, and by when an order arrives. */
@NullMarked
package io.niaga.fulfillment.promise;

import org.jspecify.annotations.NullMarked;
