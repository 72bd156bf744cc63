@NullMarked
package io.niaga.payments.ledger.messaging;

import org.jspecify.annotations.NullMarked;
