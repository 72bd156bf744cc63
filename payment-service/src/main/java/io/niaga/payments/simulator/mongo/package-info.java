@NullMarked
package io.niaga.payments.simulator.mongo;

import org.jspecify.annotations.NullMarked;
