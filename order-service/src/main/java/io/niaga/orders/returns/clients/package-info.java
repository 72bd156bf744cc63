/** Warehouse and payment, commanded for returns. */
@NullMarked
package io.niaga.orders.returns.clients;

import org.jspecify.annotations.NullMarked;
