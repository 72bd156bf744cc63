@NullMarked
package io.niaga.loyalty.coupon.messaging;

import org.jspecify.annotations.NullMarked;
