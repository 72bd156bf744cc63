/** The lists of returns hear what their orders tell. */
@NullMarked
package io.niaga.orders.returns.messaging;

import org.jspecify.annotations.NullMarked;
