/** What loyalty and campaigns are worth: coupons and points. */
@NullMarked
package io.niaga.loyalty;

import org.jspecify.annotations.NullMarked;
