/** The catalog's prices over HTTP, remembered for two seconds. */
@NullMarked
package io.niaga.orders.offer.clients;

import org.jspecify.annotations.NullMarked;
