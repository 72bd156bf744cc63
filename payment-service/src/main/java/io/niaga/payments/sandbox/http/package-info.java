@NullMarked
package io.niaga.payments.sandbox.http;

import org.jspecify.annotations.NullMarked;
