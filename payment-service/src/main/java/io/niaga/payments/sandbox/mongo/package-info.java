@NullMarked
package io.niaga.payments.sandbox.mongo;

import org.jspecify.annotations.NullMarked;
