/**
 * Goods that come back: who may send what back and until when, what is found in it, and what goes back for it. The rules are a
 * function of the order, a fact and the time; stock and money follow by steps that are idempotent by derived id and fenced by
 * the order's version.
 *
 * <p>The refund of a unit is its share of its line's total after discount, so that the shares of all units are the line. The
 * shipping goes back only when every unit of the order has come back, or never came, and each for a reason that is the
 * merchant's. What is missing from a parcel that was sent back is not refunded; what is claimed never to have come is, once
 * the claim is approved, and nothing is sent back for it: at once, or together with what is sent back in the same return, and alone
 * when the time to send that is over.
 */
@NullMarked
package io.niaga.orders.returns;

import org.jspecify.annotations.NullMarked;
