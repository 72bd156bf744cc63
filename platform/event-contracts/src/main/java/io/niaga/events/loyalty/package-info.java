/** What loyalty-service tells: points and coupons. */
@NullMarked
package io.niaga.events.loyalty;

import org.jspecify.annotations.NullMarked;
