package io.niaga.orders.order.http;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.ShowOrder;
import io.niaga.types.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The contact of an order, for services that write to its buyer. */
@RestController
class ContactController {
    private final ShowOrder showOrder;
    private final OrderTokens tokens;

    ContactController(ShowOrder showOrder, OrderTokens tokens) {
        this.showOrder = showOrder;
        this.tokens = tokens;
    }

    @GetMapping("/internal/v1/orders/{id}/contact")
    ContactJson contact(Actor.Service ignored, @PathVariable OrderId id) {
        Order order = showOrder.contact(id);
        return ContactJson.of(order, tokens.fresh(order).orElse(null));
    }
}
