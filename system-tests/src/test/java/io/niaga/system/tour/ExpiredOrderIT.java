package io.niaga.system.tour;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With an order-service that waits seconds for money, not minutes. */
@SystemIT
class ExpiredOrderIT {
    private static final String WINDOW = "NIAGA_ORDERS_CHECKOUT_PAYMENTWINDOW_";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void an_unpaid_order_expires_and_late_money_revives_it_or_goes_back(SystemStack stack) {
        Shop shop = new Shop(stack);
        stack.start(
                "order-service",
                Map.of(WINDOW + "CARD", "30m", WINDOW + "VIRTUALACCOUNT", "20s", WINDOW + "COD", "30m"));
        // What a process does for the first time it does slowly, and the window waits for nobody.
        Purchase.byGuest(stack)
                .put(shop.goods(Shop.newSku("CAP"), 60_000, 1), 1)
                .place("COD");
        String sku = shop.goods(Shop.newSku("HAT"), 60_000, 5);
        Purchase revived = Purchase.byGuest(stack).put(sku, 2).place("VIRTUAL_ACCOUNT");
        Purchase refunded = Purchase.byGuest(stack).put(sku, 3).place("VIRTUAL_ACCOUNT");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(5, 5, 0));
        expires(revived);
        expires(refunded);
        eventually(PATIENCE, () -> assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(5, 0, 5)));
        assertThat(revived.timeline()).containsExactly("PLACED", "EXPIRED");

        revived.provider("PAID").await("CONFIRMED");
        eventually(() -> assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(5, 2, 3)));
        Purchase.byGuest(stack).put(sku, 1).place("COD");

        refunded.provider("PAID");
        eventually(PATIENCE, () -> assertThat(refunded.payment().text("/state")).isEqualTo("REFUNDED"));
        assertThat(refunded.payment().json("/refunds")).hasSize(1);
        assertThat(refunded.order().text("/state")).isEqualTo("EXPIRED");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(5, 3, 2));
    }

    private static void expires(Purchase purchase) {
        eventually(PATIENCE, () -> assertThat(purchase.order().text("/state")).isEqualTo("EXPIRED"));
    }
}
