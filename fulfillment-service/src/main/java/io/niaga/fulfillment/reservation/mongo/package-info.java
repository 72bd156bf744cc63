@NullMarked
package io.niaga.fulfillment.reservation.mongo;

import org.jspecify.annotations.NullMarked;
