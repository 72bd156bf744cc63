package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By card after a refusal, by virtual account, on delivery; by guests and by who is signed in. */
@SystemIT
class WaysToPayIT {
    private static final long ITEMS = 2 * 75_000_00;
    private static final long TOTAL = ITEMS + 9_000_00;

    private final SystemStack stack;
    private final Shop shop;
    private final Books books;
    private String sku = "";
    private Books.State before = Books.EMPTY;

    WaysToPayIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    @BeforeEach
    void goods() {
        sku = shop.goods(Shop.newSku("BAG"), 75_000, 20);
        before = books.now();
    }

    @Test
    void a_refused_card_may_be_tried_again_and_is_charged_once() {
        Purchase purchase = Purchase.byGuest(stack).put(sku, 2).place("CARD");
        for (int i = 0; i < 2; i++) {
            Answer declined = purchase.tryPay("tok_declined").expect(200);
            assertThat(declined.text("/state")).isEqualTo("FAILED");
            assertThat(declined.text("/failure")).isEqualTo("CARD_DECLINED");
        }
        assertThat(books.now()).isEqualTo(before);
        purchase.pay("tok_success").await("CONFIRMED");
        purchase.tryPay("tok_success").expectProblem(409, "PAYMENT_NOT_CONFIRMABLE");
        assertThat(purchase.timeline())
                .containsExactly("PLACED", "PAYMENT_FAILED", "PAYMENT_FAILED", "PAID", "CONFIRMED");
        eventually(() -> assertThat(books.now().minus(before).ledger()).isEqualTo(TOTAL));
        eventually(() -> assertThat(books.now().minus(before).gross()).isEqualTo(ITEMS));
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(20, 2, 18));
    }

    @Test
    void a_virtual_account_waits_for_its_money_however_often_it_is_told() {
        Purchase purchase = Purchase.by(stack, "buyer").put(sku, 2);
        Answer placed = purchase.tryPlace("VIRTUAL_ACCOUNT", UUID.randomUUID().toString())
                .expect(201);
        assertThat(placed.text("/payment/nextAction/type")).isEqualTo("PAY_VIRTUAL_ACCOUNT");
        assertThat(placed.text("/payment/nextAction/number")).matches("\\d{10,20}");
        assertThat(placed.text("/payment/nextAction/bank")).isNotBlank();
        purchase.tryPay("tok_success").expectProblem(400, "INVALID_REQUEST");
        assertThat(books.now()).isEqualTo(before);
        purchase.api()
                .post(
                        "/v1/sandbox/payments/" + purchase.paymentId() + "/events",
                        "{\"type\":\"PAID\",\"repeat\":3,\"delayMs\":10}")
                .expect(202);
        purchase.await("CONFIRMED");
        assertThat(purchase.payment().text("/state")).isEqualTo("CAPTURED");
        eventually(() -> assertThat(books.now().minus(before).ledger()).isEqualTo(TOTAL));
        purchase.provider("DENIED");
        assertThat(purchase.timeline()).containsExactly("PLACED", "PAID", "CONFIRMED");
        assertThat(purchase.payment().text("/state")).isEqualTo("CAPTURED");
    }

    @Test
    void cash_on_delivery_is_confirmed_at_once_and_counted_when_it_is_collected() {
        Purchase purchase = Purchase.byGuest(stack).put(sku, 2);
        Answer placed = purchase.tryPlace("COD", UUID.randomUUID().toString()).expect(201);
        assertThat(placed.text("/state")).isEqualTo("CONFIRMED");
        assertThat(placed.text("/payment/nextAction/type")).isEqualTo("NONE");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(20, 2, 18));
        eventually(() -> assertThat(books.now().minus(before).orders()).isEqualTo(1));
        assertThat(books.now().minus(before).ledger()).isZero();
        shop.deliver(shop.ship(purchase.id()));
        purchase.await("COMPLETED");
        eventually(() -> assertThat(books.now().minus(before).ledger()).isEqualTo(TOTAL));
        assertThat(minor(purchase.payment(), "/amount")).isEqualTo(TOTAL);
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(18, 0, 18));
    }

    @Test
    void a_method_that_is_not_offered_is_refused_and_takes_nothing() {
        List<String> offered = stack.api()
                .get("/v1/payment-methods?store=" + SystemStack.STORE)
                .expect(200)
                .json("/items")
                .valueStream()
                .map(method -> method.path("method").asString())
                .toList();
        assertThat(offered).contains("CARD", "VIRTUAL_ACCOUNT", "COD");
        for (String method : List.of("QRIS", "E_WALLET")) {
            if (!offered.contains(method)) {
                Purchase.byGuest(stack)
                        .put(sku, 1)
                        .tryPlace(method, UUID.randomUUID().toString())
                        .expectProblem(409, "PAYMENT_METHOD_UNAVAILABLE");
            }
        }
        Purchase.byGuest(stack)
                .put(sku, 1)
                .tryPlace("BEADS", UUID.randomUUID().toString())
                .expectProblem(400, "INVALID_REQUEST");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(20, 0, 20));
    }

    @Test
    void only_who_bought_it_sees_and_pays_it() {
        Purchase guest = Purchase.byGuest(stack).put(sku, 1).place("CARD");
        Purchase other = Purchase.byGuest(stack).put(sku, 1).place("CARD");
        for (var stranger : List.of(stack.api(), stack.as("buyer"), other.api())) {
            stranger.get("/v1/orders/" + guest.id()).expectProblem(404, "ORDER_UNKNOWN");
            stranger.get("/v1/payments/" + guest.paymentId()).expectProblem(404, "NOT_FOUND");
            stranger.post("/v1/payments/" + guest.paymentId() + "/confirmation", "{\"token\":\"tok_success\"}")
                    .expectProblem(404, "NOT_FOUND");
            stranger.post("/v1/orders/" + guest.id() + "/cancellation", "{\"reason\":\"CHANGED_MIND\"}")
                    .expectProblem(404, "ORDER_UNKNOWN");
        }
        assertThat(guest.order().text("/state")).isEqualTo("AWAITING_PAYMENT");
    }
}
