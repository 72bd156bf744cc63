package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.ProviderCalls;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By card after a refusal or after the bank asked, virtual account, QR code, e-wallet, on delivery; as a guest or signed in. */
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
        before = books.settled();
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
        ProviderCalls.arrived(stack, purchase.paymentId(), "PAID", "DENIED");
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
    void a_qr_code_says_what_is_to_be_paid_and_to_whom() {
        Purchase purchase = Purchase.byGuest(stack).put(sku, 2);
        Answer placed = purchase.tryPlace("QRIS", UUID.randomUUID().toString()).expect(201);
        assertThat(placed.text("/payment/nextAction/type")).isEqualTo("SHOW_QR");
        // EMVCo: payload format, dynamic code, QRIS' own account; rupiah, the amount, Indonesia; a checksum at the end.
        assertThat(placed.text("/payment/nextAction/text"))
                .startsWith("000201010212")
                .contains("ID.CO.QRIS.WWW", "5303360", "5409159000.00", "5802ID")
                .matches(".*6304[0-9A-F]{4}");
        assertThat(minor(placed, "/payment/nextAction/amount")).isEqualTo(TOTAL);
        assertThat(books.now()).isEqualTo(before);
        purchase.provider("PAID").await("CONFIRMED");
        paidOnce(purchase);
    }

    @Test
    void an_e_wallet_asks_on_its_own_page() {
        Purchase purchase = Purchase.byGuest(stack).put(sku, 2);
        Answer placed =
                purchase.tryPlace("E_WALLET", UUID.randomUUID().toString()).expect(201);
        assertThat(placed.text("/payment/nextAction/type")).isEqualTo("REDIRECT");
        choose(placed.text("/payment/nextAction/url"), "pay");
        purchase.await("CONFIRMED");
        paidOnce(purchase);
    }

    @Test
    void a_card_whose_bank_asks_first_is_charged_when_the_customer_said_yes() {
        Purchase purchase = Purchase.byGuest(stack).put(sku, 2).place("CARD");
        String refused = challenged(purchase);
        choose(refused, "decline");
        eventually(() -> assertThat(purchase.payment().text("/state")).isEqualTo("FAILED"));
        assertThat(purchase.payment().text("/failure")).isEqualTo("AUTHENTICATION_FAILED");
        assertThat(purchase.order().text("/state")).isEqualTo("AWAITING_PAYMENT");
        assertThat(books.now()).isEqualTo(before);
        String agreed = challenged(purchase);
        assertThat(agreed).as("each attempt has a page of its own").isNotEqualTo(refused);
        choose(agreed, "pay");
        purchase.await("CONFIRMED");
        paidOnce(purchase);
    }

    /** Pays by a card whose bank wants to hear it from the customer; where to. */
    private static String challenged(Purchase purchase) {
        Answer asked = purchase.tryPay("tok_3ds").expect(200);
        assertThat(asked.text("/nextAction/type")).isEqualTo("REDIRECT");
        return asked.text("/nextAction/url");
    }

    /** As the customer's browser: opens the page and presses a button on it, without anything but its address. */
    private void choose(String url, String choice) {
        String path = url.substring(url.indexOf("/v1/"));
        Answer page = stack.api().get(path).expect(200);
        assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("value=\"" + choice + "\"");
        stack.api()
                .send(
                        "POST",
                        path,
                        "application/x-www-form-urlencoded",
                        ("choice=" + choice).getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    private void paidOnce(Purchase purchase) {
        assertThat(purchase.payment().text("/state")).isEqualTo("CAPTURED");
        eventually(() -> assertThat(books.now().minus(before).ledger()).isEqualTo(TOTAL));
        eventually(() -> assertThat(books.now().minus(before).gross()).isEqualTo(ITEMS));
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(20, 2, 18));
    }

    @Test
    void what_is_no_method_is_refused_and_takes_nothing() {
        List<String> offered = stack.api()
                .get("/v1/payment-methods?store=" + SystemStack.STORE)
                .expect(200)
                .json("/items")
                .findValuesAsString("method");
        assertThat(offered).containsExactlyInAnyOrder("CARD", "VIRTUAL_ACCOUNT", "QRIS", "E_WALLET", "COD");
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
