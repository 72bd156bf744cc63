/** Counts of an import go to fulfillment. */
@NullMarked
package io.niaga.catalog.exchange.clients;

import org.jspecify.annotations.NullMarked;
