@NullMarked
package io.niaga.payments.sandbox.clients;

import org.jspecify.annotations.NullMarked;
