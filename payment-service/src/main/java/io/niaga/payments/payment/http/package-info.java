@NullMarked
package io.niaga.payments.payment.http;

import org.jspecify.annotations.NullMarked;
