/**
 * The process by which a quote becomes an order and an order ends: what is decided is written first, then done step by step;
 * whoever finds unfinished work does it again. Steps are idempotent by derived id and fenced by the deciding write's version.
 */
@NullMarked
package io.niaga.orders.checkout;

import org.jspecify.annotations.NullMarked;
