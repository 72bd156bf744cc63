/** The lists of returns as documents. */
@NullMarked
package io.niaga.orders.returns.mongo;

import org.jspecify.annotations.NullMarked;
