package io.niaga.system.shop;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Told;
import org.junit.jupiter.api.Test;

/** The example of the card, and the smallest test that buys and breaks something. */
@SystemIT
class PaymentAwayIT {
    @Test
    void an_order_waits_for_its_money(SystemStack stack) {
        Shop shop = new Shop(stack);
        String sku = shop.goods(Shop.newSku("TEA"), 30_000, 5);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 2).place("CARD");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(5, 2, 3));
        stack.kill("payment-service");
        purchase.tryPay("tok_success").expectProblem(503, "UPSTREAM_UNAVAILABLE");
        stack.start("payment-service");
        // The gateway's breaker lets nobody through for two seconds.
        eventually(() -> {
            Answer paid = purchase.tryPay("tok_success");
            // Of an attempt whose answer was lost the payment tells.
            Answer payment = paid.status() == 409 ? purchase.tryPayment() : paid;
            assertThat(payment.expect(200).text("/state")).isEqualTo("CAPTURED");
        });
        purchase.await("CONFIRMED");
        eventually(() -> assertThat(stack.told(Topics.ORDER, purchase.id()))
                .extracting(Told::type)
                .contains("order.placed.v1", "order.confirmed.v1"));
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(5, 2, 3));
    }
}
