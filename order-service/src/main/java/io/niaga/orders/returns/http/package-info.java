/** Returns over HTTP. */
@NullMarked
package io.niaga.orders.returns.http;

import org.jspecify.annotations.NullMarked;
