/** What a customer bought and what we promised: terms that never change, a state that only the process moves. */
@NullMarked
package io.niaga.orders.order;

import org.jspecify.annotations.NullMarked;
