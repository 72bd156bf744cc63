package io.niaga.orders.returns;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return;
import java.time.Instant;

/** A return, the order it is of, and the moment. */
record Situation(Order order, Return goods, ReturnRules rules, Instant now) {}
