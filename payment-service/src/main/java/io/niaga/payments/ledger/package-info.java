/** The books: immutable double-entry transactions, at most one per business key, balanced per currency. */
@NullMarked
package io.niaga.payments.ledger;

import org.jspecify.annotations.NullMarked;
