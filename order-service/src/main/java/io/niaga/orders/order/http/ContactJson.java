package io.niaga.orders.order.http;

import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderState;
import io.niaga.orders.order.PaymentView;
import io.niaga.orders.order.Terms;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.orders.quote.http.TotalsJson;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a letter about an order needs: asked for by id, by services, and never told in an event.
 *
 * @param accessCode a new Order-Token; null when the buyer has an account
 * @param toPay null when the order does not wait for money
 */
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
        String state,
        @Nullable String accessCode,
        @Nullable ToPay toPay) {
    record Line(String name, Sku sku, int quantity, Money total) {
        static Line of(QuoteLine line) {
            return new Line(line.offer().name(), line.sku(), line.quantity(), line.total());
        }
    }

    /**
     * What is still to be paid, and how.
     *
     * @param action type of the payment's nextAction; {@code bank} and {@code number} are its, too
     */
    record ToPay(
            Money amount,
            Instant payBy,
            String timeZone,
            String action,
            @Nullable String bank,
            @Nullable String number) {
        static @Nullable ToPay of(Order order) {
            boolean isPaid = order.payment().isAssured() || order.payment().late();
            if (isPaid || !(order.state() instanceof OrderState.AwaitingPayment waiting)) {
                return null;
            }
            Terms terms = order.terms();
            // Once an attempt failed, the next one may be paid another way, which the payment alone knows.
            Map<String, Object> action = order.payment().state().equals("FAILED")
                    ? PaymentView.NONE.nextAction()
                    : order.payment().nextAction();
            return new ToPay(
                    terms.total(),
                    waiting.payBy(),
                    terms.storefront().timeZone(),
                    String.valueOf(action.get("type")),
                    text(action, "bank"),
                    text(action, "number"));
        }

        private static @Nullable String text(Map<String, Object> action, String field) {
            Object value = action.get(field);
            return value == null ? null : value.toString();
        }
    }

    static ContactJson of(Order order, @Nullable String accessCode) {
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
                order.state().code(),
                accessCode,
                ToPay.of(order));
    }
}
