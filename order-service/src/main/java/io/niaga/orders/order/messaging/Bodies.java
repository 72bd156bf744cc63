package io.niaga.orders.order.messaging;

import io.niaga.events.orders.OrderLineV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.orders.order.Terms;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.orders.quote.Totals;
import io.niaga.types.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts that several events share. */
final class Bodies {
    private Bodies() {}

    static @Nullable String customer(Terms terms) {
        return terms.buyer().person().map(UserId::value).orElse(null);
    }

    static List<OrderLineV1> lines(Terms terms) {
        return terms.lines().stream().map(Bodies::line).toList();
    }

    private static OrderLineV1 line(QuoteLine line) {
        return new OrderLineV1(
                line.line(),
                line.sku().value(),
                line.offer().productId(),
                line.quantity(),
                line.offer().unitPrice(),
                line.discount(),
                line.tax(),
                line.total());
    }

    static OrderTotalsV1 totals(Totals t) {
        return new OrderTotalsV1(t.items(), t.discount(), t.shipping(), t.tax(), t.total());
    }
}
