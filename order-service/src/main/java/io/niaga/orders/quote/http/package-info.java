/** Quotes over HTTP. */
@NullMarked
package io.niaga.orders.quote.http;

import org.jspecify.annotations.NullMarked;
