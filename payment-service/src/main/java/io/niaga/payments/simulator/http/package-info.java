@NullMarked
package io.niaga.payments.simulator.http;

import org.jspecify.annotations.NullMarked;
