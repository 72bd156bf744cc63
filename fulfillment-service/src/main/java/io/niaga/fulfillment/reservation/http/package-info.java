@NullMarked
package io.niaga.fulfillment.reservation.http;

import org.jspecify.annotations.NullMarked;
