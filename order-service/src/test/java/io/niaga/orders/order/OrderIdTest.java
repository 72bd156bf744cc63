package io.niaga.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.quote.QuoteId;
import io.niaga.types.TypeId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows from an order is found by the order's own bits, whoever asks and however often. */
class OrderIdTest {
    @Test
    void everything_of_an_order_has_the_bits_of_its_quote() {
        TypeId quote = new TypeId("quo", UUID.randomUUID());
        OrderId order = OrderId.of(QuoteId.of(quote.toString()));
        assertThat(List.of(
                        order.value(),
                        order.reservation(),
                        order.payment(),
                        order.fulfillment(),
                        order.couponHold(),
                        order.refund(),
                        order.quote().value()))
                .containsExactly(
                        quote.withPrefix("ord").toString(),
                        quote.withPrefix("rsv").toString(),
                        quote.withPrefix("pay").toString(),
                        quote.withPrefix("ful").toString(),
                        quote.withPrefix("hld").toString(),
                        quote.withPrefix("rfd").toString(),
                        quote.toString());
    }
}
