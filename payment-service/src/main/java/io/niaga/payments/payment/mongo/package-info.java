@NullMarked
package io.niaga.payments.payment.mongo;

import org.jspecify.annotations.NullMarked;
