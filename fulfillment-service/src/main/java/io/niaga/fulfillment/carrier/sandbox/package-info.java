@NullMarked
package io.niaga.fulfillment.carrier.sandbox;

import org.jspecify.annotations.NullMarked;
