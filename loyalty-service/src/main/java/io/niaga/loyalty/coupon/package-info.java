/** Coupons: what they take off, and that their limits hold under any concurrency, for guests too. */
@NullMarked
package io.niaga.loyalty.coupon;

import org.jspecify.annotations.NullMarked;
