@NullMarked
package io.niaga.payments.ledger.http;

import org.jspecify.annotations.NullMarked;
