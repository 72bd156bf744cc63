package io.niaga.orders;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.events.Topics;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.Told;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class PurchaseIT {
    @Autowired
    Api api;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
    }

    @Test
    void a_buyer_fills_a_cart_quotes_orders_and_is_confirmed_when_paid() {
        Shopper.Filled buyer = Shopper.buyer(api).fill();
        Answer quote = buyer.quote().expect(201);
        assertThat(quote.text("/totals/items/amount")).isEqualTo("648000.00");
        assertThat(quote.text("/totals/shipping/amount")).isEqualTo("15000.00");
        assertThat(quote.text("/totals/total/amount")).isEqualTo("663000.00");
        assertThat(quote.text("/totals/tax/amount")).isEqualTo("65702.70");
        assertThat(quote.text("/shippingOptionId")).isEqualTo("sho_reg");

        Shopper.Placed order =
                buyer.placed(buyer.order(quote.text("/id"), "CARD").expect(201));

        assertThat(order.answer().text("/state")).isEqualTo("AWAITING_PAYMENT");
        assertThat(order.answer().text("/payment/nextAction/type")).isEqualTo("CONFIRM");
        assertThat(order.answer().text("/number")).matches("[0-9]{6}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        eventually(() -> assertThat(TestEvents.told(Topics.ORDER, order.id()))
                .extracting(Told::type)
                .containsExactly("order.placed.v1"));
        Deliveries.assured(order, Instant.now());
        eventually(() -> assertThat(order.state()).isEqualTo("CONFIRMED"));
        assertThat(order.timeline()).containsExactly("PLACED", "PAID", "CONFIRMED");
        eventually(() -> assertThat(TestEvents.told(Topics.ORDER, order.id()))
                .extracting(Told::type)
                .containsExactly("order.placed.v1", "order.confirmed.v1"));
        eventually(() -> assertThat(buyer.api().get("/v1/carts/" + buyer.cart()).text("/state"))
                .isEqualTo("ORDERED"));
        assertThat(buyer.api().get("/v1/orders").text("/items/0/id")).isEqualTo(order.id());
        assertThat(meters.get("niaga.orders.outcomes")
                        .tag("outcome", "CONFIRMED")
                        .counter()
                        .count())
                .isPositive();
        assertThat(meters.get("niaga.orders.time.to.confirm").timer().count()).isPositive();
    }
}
