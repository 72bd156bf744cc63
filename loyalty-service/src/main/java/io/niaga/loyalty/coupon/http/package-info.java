@NullMarked
package io.niaga.loyalty.coupon.http;

import org.jspecify.annotations.NullMarked;
