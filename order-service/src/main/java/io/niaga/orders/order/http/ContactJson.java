package io.niaga.orders.order.http;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.Terms;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.orders.quote.http.TotalsJson;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a letter about an order needs: asked for by id, by services, and never told in an event. */
record ContactJson(
        String orderId,
        String number,
        StoreId storeId,
        String storeName,
        @Nullable UserId customerId,
        String language,
        String email,
        @Nullable String phone,
        String recipient,
        List<Line> lines,
        TotalsJson totals,
        String state) {
    record Line(String name, Sku sku, int quantity, Money total) {
        static Line of(QuoteLine line) {
            return new Line(line.offer().name(), line.sku(), line.quantity(), line.total());
        }
    }

    static ContactJson of(Order order) {
        Terms terms = order.terms();
        return new ContactJson(
                order.id().value(),
                order.number().value(),
                terms.storefront().store(),
                terms.storefront().name(),
                terms.buyer().account(),
                terms.language(),
                terms.contact().email(),
                terms.contact().phone(),
                order.destination().address().recipient(),
                terms.lines().stream().map(Line::of).toList(),
                TotalsJson.of(terms.totals()),
                order.state().code());
    }
}
