package io.niaga.system.tour;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.proofs.Auditor;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Told;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that never arrive, whether they left the house or not, and a payment that the provider gives up before the order does. */
@SystemIT
class NotDeliveredIT {
    private static final long ITEMS = 2 * 75_000_00;
    private static final long TOTAL = ITEMS + 9_000_00;

    private final SystemStack stack;
    private final Shop shop;
    private final Books books;
    private String sku = "";
    private Books.State before = Books.EMPTY;

    NotDeliveredIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @BeforeEach
    void goods() {
        sku = shop.goods(Shop.newSku("VASE"), 75_000, 20);
        before = books.settled();
    }

    @AfterEach
    void everything_agrees() {
        Auditor.isQuiet(stack);
    }

    private void carrier(String tracking, String... events) {
        for (String event : events) {
            stack.as("operator")
                    .post("/v1/sandbox/parcels/" + tracking + "/events", Map.of("type", event))
                    .expect(202);
        }
    }

    private List<String> told(Purchase purchase) {
        return stack.told(Topics.ORDER, purchase.id()).stream().map(Told::type).toList();
    }

    @Test
    void what_nobody_took_is_on_the_shelf_again_and_paid_back() {
        Purchase purchase =
                Purchase.by(stack, "buyer").put(sku, 2).place("CARD").pay("tok_success");
        purchase.await("CONFIRMED");
        carrier(shop.ship(purchase.id()), "IN_TRANSIT", "FAILED_ATTEMPT", "RETURN_TO_SENDER");
        purchase.await("IN_FULFILLMENT");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(18, 0, 18));

        stack.as("warehouse")
                .post(
                        "/v1/fulfillments/" + shop.fulfillment(purchase.id()) + "/receipt",
                        Map.of("lines", List.of(Map.of("line", 1, "resellable", 1, "damaged", 1))))
                .expect(200);

        purchase.await("PROMISE_FAILED");
        assertThat(purchase.order().text("/brokenPromise/reason")).isEqualTo("UNDELIVERED");
        eventually(() -> assertThat(purchase.payment().text("/state")).isEqualTo("REFUNDED"));
        eventually(() -> assertThat(purchase.order().text("/payment/state")).isEqualTo("REFUNDED"));
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(20, 0, 19));
        assertThat(purchase.timeline()).contains("RECEIVED_BACK", "PROMISE_FAILED", "REFUNDED");
        eventually(() -> assertThat(told(purchase)).endsWith("order.promise-failed.v1"));
        isPaidBackAndWrittenTo(purchase);
    }

    @Test
    void what_is_not_on_the_shelf_leaves_the_stock_and_is_paid_back() {
        Purchase purchase =
                Purchase.by(stack, "buyer").put(sku, 2).place("CARD").pay("tok_success");
        purchase.await("CONFIRMED");
        String fulfillment = "/v1/fulfillments/" + shop.fulfillment(purchase.id());
        stack.as("warehouse").post(fulfillment + "/release").expect(200);
        String warehouse = stack.as("warehouse").get(fulfillment).text("/lines/0/warehouseId");
        stack.as("warehouse")
                .post(
                        fulfillment + "/shortage",
                        Map.of(
                                "reason",
                                "NOT_FOUND",
                                "lines",
                                List.of(Map.of("line", 1, "warehouseId", warehouse, "quantity", 1))))
                .expect(200);

        purchase.await("PROMISE_FAILED");
        assertThat(purchase.order().text("/brokenPromise/reason")).isEqualTo("OUT_OF_STOCK");
        eventually(() -> assertThat(purchase.payment().text("/state")).isEqualTo("REFUNDED"));
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(19, 0, 19));
        isPaidBackAndWrittenTo(purchase);
    }

    private void isPaidBackAndWrittenTo(Purchase purchase) {
        eventually(() -> assertThat(books.now().minus(before).refunds()).isEqualTo(TOTAL));
        assertThat(books.now().minus(before).net()).isZero();
        eventually(() -> assertThat(stack.as("support")
                        .get("/v1/notifications?orderId=" + purchase.id())
                        .expect(200)
                        .json("/items")
                        .findValuesAsString("type"))
                .contains("ORDER_NOT_DELIVERED", "ORDER_REFUNDED"));
    }

    @Test
    void cash_for_a_lost_parcel_is_never_collected() {
        Purchase purchase = Purchase.byGuest(stack).put(sku, 2).place("COD");
        carrier(shop.ship(purchase.id()), "IN_TRANSIT", "LOST");

        purchase.await("PROMISE_FAILED");
        assertThat(purchase.order().text("/brokenPromise/reason")).isEqualTo("LOST");
        eventually(() -> assertThat(purchase.payment().text("/state")).isEqualTo("CANCELLED"));
        eventually(() -> assertThat(purchase.order().text("/payment/state")).isEqualTo("CANCELLED"));
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(18, 0, 18));
        eventually(() -> assertThat(books.now().minus(before).gross()).isEqualTo(ITEMS));
        eventually(() -> assertThat(books.now().minus(before).net()).isZero());
        assertThat(books.now().minus(before).ledger()).isZero();
        assertThat(books.now().minus(before).refunds()).isZero();
    }

    @Test
    void a_payment_that_the_provider_gives_up_leaves_the_order_waiting_and_late_money_counts() {
        Purchase purchase = Purchase.byGuest(stack).put(sku, 2).place("VIRTUAL_ACCOUNT");
        purchase.provider("EXPIRED");
        eventually(() -> assertThat(purchase.timeline()).containsExactly("PLACED", "PAYMENT_EXPIRED"));
        assertThat(purchase.order().text("/state")).isEqualTo("AWAITING_PAYMENT");
        assertThat(purchase.order().text("/payment/state")).isEqualTo("EXPIRED");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(20, 2, 18));

        purchase.provider("PAID").await("CONFIRMED");
        assertThat(purchase.timeline()).containsExactly("PLACED", "PAYMENT_EXPIRED", "PAID", "CONFIRMED");
    }
}
