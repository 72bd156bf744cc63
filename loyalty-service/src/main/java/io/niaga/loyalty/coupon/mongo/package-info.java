@NullMarked
package io.niaga.loyalty.coupon.mongo;

import org.jspecify.annotations.NullMarked;
