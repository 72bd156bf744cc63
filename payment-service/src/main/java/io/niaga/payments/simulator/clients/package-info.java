@NullMarked
package io.niaga.payments.simulator.clients;

import org.jspecify.annotations.NullMarked;
