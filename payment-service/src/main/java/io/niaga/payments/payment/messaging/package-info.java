@NullMarked
package io.niaga.payments.payment.messaging;

import org.jspecify.annotations.NullMarked;
