@NullMarked
package io.niaga.payments.ledger.mongo;

import org.jspecify.annotations.NullMarked;
