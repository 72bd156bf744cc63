/** Orders over HTTP. */
@NullMarked
package io.niaga.orders.order.http;

import org.jspecify.annotations.NullMarked;
