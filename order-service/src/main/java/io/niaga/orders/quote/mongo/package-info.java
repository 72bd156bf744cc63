/** Quotes as documents. */
@NullMarked
package io.niaga.orders.quote.mongo;

import org.jspecify.annotations.NullMarked;
