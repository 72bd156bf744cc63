package io.niaga.orders.order.http;

import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.ReturnState;
import io.niaga.orders.order.ShowOrder;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order: {@code total = unitPrice × quantity − discount}, with {@code tax} included.
 *
 * @param delivered units that reached the buyer
 * @param returned units that came back
 * @param refunded units for which money went back
 * @param returnable units that may still be sent back: nobody returned them, or asked to, and there is time
 */
record OrderLineJson(
        int line,
        Sku sku,
        StoreId storeId,
        String productId,
        String name,
        Map<String, String> options,
        @Nullable String image,
        int quantity,
        int delivered,
        int returned,
        int refunded,
        int returnable,
        Money unitPrice,
        Money discount,
        Money tax,
        Money total) {
    static List<OrderLineJson> all(ShowOrder.Shown shown) {
        return shown.order().terms().lines().stream()
                .map(line -> of(shown, line))
                .toList();
    }

    private static OrderLineJson of(ShowOrder.Shown shown, QuoteLine line) {
        Order order = shown.order();
        int delivered = order.state() instanceof OrderState.Completed ? line.quantity() : 0;
        int returned =
                found(order, line, false).mapToInt(Inspection.Found::cameBack).sum();
        int refunded = order.payment().isPaidBack()
                ? line.quantity()
                : found(order, line, true).mapToInt(Inspection.Found::units).sum();
        return new OrderLineJson(
                line.line(),
                line.sku(),
                order.terms().storefront().store(),
                line.offer().productId(),
                line.offer().name(),
                line.offer().options(),
                line.offer().image(),
                line.quantity(),
                delivered,
                returned,
                refunded,
                shown.isReturnable() ? Math.max(0, delivered - order.returns().claims(line.line())) : 0,
                line.offer().unitPrice(),
                line.discount(),
                line.tax(),
                line.total());
    }

    private static Stream<Inspection.Found> found(Order order, QuoteLine line, boolean settled) {
        return order.returns().all().stream()
                .filter(r -> !settled || r.state() instanceof ReturnState.Settled)
                .flatMap(r -> r.inspection().stream())
                .flatMap(i -> i.lines().stream())
                .filter(f -> f.line() == line.line());
    }
}
