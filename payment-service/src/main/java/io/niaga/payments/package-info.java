/** Whether the money is there: payments, refunds, and the double-entry ledger that says so. */
@NullMarked
package io.niaga.payments;

import org.jspecify.annotations.NullMarked;
