package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.system.shop.Amounts.taxWithin;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The last step of the tour: cancelled in time, everything is as it was; too late, nothing changes. */
@SystemIT
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangeOfMindIT {
    private static final long PRICE = 150_000_00;
    private static final long SHIPPING = 9_000_00;

    private final SystemStack stack;
    private final Shop shop;
    private final Books books;
    private final Examples examples = new Examples();

    ChangeOfMindIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @AfterAll
    void what_was_shown_is_what_docs_examples_say() {
        examples.check();
    }

    @Test
    @Order(1)
    void a_paid_order_gives_stock_and_money_back() {
        String sku = shop.goods(Shop.newSku("MUG"), 150_000, 10);
        Books.State before = books.settled();
        long pending = pendingPoints();
        Purchase purchase = Purchase.by(stack, "buyer")
                .put(sku, 3)
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(10, 3, 7));
        Shown buyer = examples.on(TourPage.CHANGE_OF_MIND, "buyer", stack.as("buyer"));
        Answer cancelled = buyer.only("id", "number", "state", "totals", "cancellation")
                .post("/v1/orders/" + purchase.id() + "/cancellation", "{\"reason\":\"CHANGED_MIND\"}")
                .expect(200);
        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        eventually(() -> assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(10, 0, 10)));
        eventually(() -> assertThat(purchase.payment().text("/state")).isEqualTo("REFUNDED"));
        Answer payment = buyer.get("/v1/payments/" + purchase.paymentId()).expect(200);
        assertThat(payment.json("/refunds")).hasSize(1);
        assertThat(payment.text("/refunds/0/id")).startsWith("rfd_");
        assertThat(payment.text("/refunds/0/state")).isEqualTo("SUCCEEDED");
        assertThat(minor(payment, "/refunds/0/amount")).isEqualTo(3 * PRICE + SHIPPING);
        eventually(() -> assertThat(purchase.timeline())
                .startsWith("PLACED", "PAID", "CONFIRMED")
                .contains("CANCELLED", "REFUNDED"));
        long tax = taxWithin(3 * PRICE) + taxWithin(SHIPPING);
        // Sold and taken back on one day: the sale stays counted, the money went out again, net is as before.
        Books.State after =
                new Books.State(1, 3, 3 * PRICE, tax, SHIPPING, 3 * PRICE + SHIPPING, 0, 2 * (3 * PRICE + SHIPPING));
        eventually(() -> assertThat(books.now().minus(before)).isEqualTo(after));
        assertThat(purchase.tryCancel("CHANGED_MIND").expect(200).text("/state"))
                .isEqualTo("CANCELLED");
        assertThat(purchase.payment().json("/refunds")).hasSize(1);
        eventually(() -> assertThat(pendingPoints()).isEqualTo(pending));
    }

    @Test
    @Order(2)
    void an_unpaid_order_gives_stock_back_and_cannot_be_paid_any_more() {
        String sku = shop.goods(Shop.newSku("MUG"), 150_000, 10);
        Books.State before = books.settled();
        Purchase purchase = Purchase.byGuest(stack).put(sku, 4).place("CARD");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(10, 4, 6));
        assertThat(purchase.tryCancel("CHANGED_MIND").status()).isIn(200, 202);
        purchase.await("CANCELLED");
        eventually(() -> assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(10, 0, 10)));
        purchase.tryPay("tok_success").expectProblem(409, "PAYMENT_NOT_CONFIRMABLE");
        assertThat(purchase.payment().text("/state")).isEqualTo("CANCELLED");
        assertThat(books.now()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void a_coupon_that_can_be_used_once_can_be_used_again() {
        String sku = shop.goods(Shop.newSku("MUG"), 150_000, 10);
        String code = coupon("20", 1);
        Map<String, Object> with = Map.of("couponCode", code);
        Purchase first = Purchase.byGuest(stack).put(sku, 1);
        Answer quote = first.tryQuote(with).expect(201);
        assertThat(minor(quote, "/totals/discount")).isEqualTo(30_000_00);
        assertThat(minor(quote, "/totals/total")).isEqualTo(120_000_00 + SHIPPING);
        Purchase second = Purchase.byGuest(stack).put(sku, 1);
        second.tryQuote(with).expect(201);
        first.place("CARD").pay("tok_success").await("CONFIRMED");
        Answer refused = second.tryPlace("CARD", Shop.newSku("key"));
        refused.expectProblem(409, "COUPON_EXHAUSTED");
        assertThat(minor(refused, "/quote/totals/total")).isEqualTo(150_000_00 + SHIPPING);
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(10, 1, 9));
        assertThat(first.tryCancel("CHANGED_MIND").status()).isIn(200, 202);
        first.await("CANCELLED");
        Purchase third = Purchase.byGuest(stack).put(sku, 1);
        eventually(() -> third.tryQuote(with).expect(201));
        third.place("CARD").pay("tok_success").await("CONFIRMED");
        assertThat(minor(third.payment(), "/amount")).isEqualTo(120_000_00 + SHIPPING);
    }

    @Test
    @Order(4)
    void once_picking_has_started_it_stays() {
        String sku = shop.goods(Shop.newSku("MUG"), 150_000, 10);
        Purchase purchase = Purchase.byGuest(stack)
                .put(sku, 1)
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
        shop.pick(purchase.id());
        examples.on(TourPage.CHANGE_OF_MIND, "admin", stack.as("admin"))
                .post("/v1/orders/" + purchase.id() + "/cancellation", "{\"reason\":\"CHANGED_MIND\"}")
                .expectProblem(409, "ORDER_NOT_CANCELLABLE");
        purchase.tryCancel("CHANGED_MIND").expectProblem(409, "ORDER_NOT_CANCELLABLE");
        assertThat(purchase.payment().text("/state")).isEqualTo("CAPTURED");
        assertThat(purchase.payment().json("/refunds")).isEmpty();
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(10, 1, 9));
        shop.deliver(shop.handOver(purchase.id()));
        purchase.await("COMPLETED");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(9, 0, 9));
    }

    private long pendingPoints() {
        return stack.as("buyer").get("/v1/members/me").json("/points/pending").asLong();
    }

    private String coupon(String percentage, int totalLimit) {
        String code = Shop.newSku("C").toUpperCase(java.util.Locale.ROOT);
        stack.as("admin")
                .once(code)
                .post(
                        "/v1/coupons",
                        Map.of(
                                "storeId",
                                SystemStack.STORE,
                                "code",
                                code,
                                "type",
                                "PERCENTAGE",
                                "percentage",
                                percentage,
                                "totalLimit",
                                totalLimit))
                .expect(201);
        return code;
    }
}
