package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.system.shop.Amounts.taxWithin;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.proofs.Auditor;
import io.niaga.system.shop.Customer;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Returned;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes back after it was delivered: shelf, money, points and books say what was found in the parcel, and no more. */
@SystemIT
class ReturnIT {
    private static final long PRICE = 75_000_00;
    private static final long SHIPPING = 9_000_00;

    private final SystemStack stack;
    private final Shop shop;
    private final Books books;

    ReturnIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
        this.books = new Books(stack);
    }

    /** Two units for Rp135,000 after ten percent off. They come back one by one, the second one broken. */
    @Test
    void each_of_two_units_goes_back_for_its_own_share() {
        String sku = shop.goods(Shop.newSku("TAS"), 75_000, 10);
        Customer buyer = Customer.registered(stack);
        Books.State before = books.settled();
        Purchase purchase = Purchase.through(buyer::api).put(sku, 2);
        purchase.tryQuote(Map.of("couponCode", tenPercentOff())).expect(201);
        purchase.place("CARD").pay("tok_success").await("CONFIRMED");
        Returned.tryAsk(purchase, sku, 1, "DEFECTIVE").expectProblem(409, "ORDER_NOT_RETURNABLE");
        delivered(purchase);
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(8, 0, 8));
        eventually(() -> assertThat(entries(buyer, purchase)).containsExactlyInAnyOrder("PENDING 135", "EARNED 135"));

        Answer tooMany = Returned.tryAsk(purchase, sku, 3, "CHANGED_MIND");
        tooMany.expectProblem(409, "RETURN_EXCEEDS_DELIVERED");
        assertThat(tooMany.text("/params/returnable")).isEqualTo("2");
        long share = 67_500_00;
        first(purchase, sku, share);
        eventually(() -> assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(9, 0, 9)));
        eventually(() -> assertThat(entries(buyer, purchase)).contains("CLAWED_BACK 68"));
        assertThat(activePoints(buyer)).isEqualTo(67);
        long tax = taxWithin(2 * share) + taxWithin(SHIPPING);
        long paid = 2 * share + SHIPPING;
        Books.State afterOne = new Books.State(1, 2, 2 * PRICE, tax, SHIPPING, share, share, paid + share);
        eventually(() -> assertThat(books.now().minus(before)).isEqualTo(afterOne));

        Answer again = Returned.tryAsk(purchase, sku, 2, "CHANGED_MIND");
        again.expectProblem(409, "RETURN_EXCEEDS_DELIVERED");
        assertThat(again.text("/params/returnable")).isEqualTo("1");
        Answer second = Returned.of(stack, purchase, sku, 1, "DAMAGED")
                .approved()
                .arrived()
                .inspected(0, 1);
        assertThat(minor(second, "/refund/amount")).isEqualTo(share);
        eventually(() -> assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(10, 0, 9)));
        assertThat(damaged(sku)).isEqualTo(1);
        eventually(() -> assertThat(activePoints(buyer)).isZero());
        Books.State afterBoth = new Books.State(1, 2, 2 * PRICE, tax, SHIPPING, 2 * share, 0, paid + 2 * share);
        eventually(() -> assertThat(books.now().minus(before)).isEqualTo(afterBoth));
        assertThat(purchase.payment().text("/state")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(postings(purchase)).containsExactlyInAnyOrder("CAPTURE", "REFUND", "REFUND");
        Returned.tryAsk(purchase, sku, 1, "DAMAGED").expectProblem(409, "RETURN_EXCEEDS_DELIVERED");
        Auditor.isQuiet(stack);
    }

    private void first(Purchase purchase, String sku, long share) {
        Returned goods = Returned.of(stack, purchase, sku, 1, "CHANGED_MIND");
        purchase.api().post(goods.path() + "/approval").expectProblem(403, "FORBIDDEN");
        goods.approved();
        goods.tryInspect("warehouse", 1, 0).expectProblem(409, "RETURN_STATE_CONFLICT");
        goods.arrived();
        goods.tryInspect("support", 1, 0).expectProblem(403, "FORBIDDEN");
        goods.tryInspect("warehouse", 2, 0).expectProblem(409, "INSPECTION_INCOMPLETE");
        Answer settled = goods.inspected(1, 0);
        assertThat(minor(settled, "/refund/goods")).isEqualTo(share);
        assertThat(minor(settled, "/refund/shipping")).isZero();
        assertThat(minor(settled, "/refund/tax")).isEqualTo(taxWithin(share));
        Answer payment = purchase.payment();
        assertThat(payment.text("/state")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(payment.json("/refunds")).hasSize(1);
        assertThat(payment.text("/refunds/0/state")).isEqualTo("SUCCEEDED");
        assertThat(minor(payment, "/refunds/0/amount")).isEqualTo(share);
        Answer order = purchase.order();
        assertThat(order.text("/state")).isEqualTo("COMPLETED");
        assertThat(order.text("/lines/0/returned")).isEqualTo("1");
        assertThat(order.text("/lines/0/refunded")).isEqualTo("1");
        assertThat(purchase.timeline())
                .containsSubsequence(
                        "COMPLETED",
                        "RETURN_REQUESTED",
                        "RETURN_APPROVED",
                        "RETURN_RECEIVED",
                        "RETURN_INSPECTED",
                        "RETURN_SETTLED");
        // The same word again is no second refund.
        goods.tryInspect("warehouse", 1, 0).expect(200);
        assertThat(purchase.payment().json("/refunds")).hasSize(1);
    }

    @Test
    void the_wrong_goods_go_back_for_everything_that_was_paid() {
        String sku = shop.goods(Shop.newSku("TAS"), 75_000, 5);
        Purchase purchase = Purchase.byGuest(stack)
                .put(sku, 1)
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
        delivered(purchase);
        Answer settled = Returned.of(stack, purchase, sku, 1, "WRONG_ITEM")
                .approved()
                .arrived()
                .inspected(1, 0);
        assertThat(minor(settled, "/refund/amount")).isEqualTo(PRICE + SHIPPING);
        assertThat(minor(settled, "/refund/shipping")).isEqualTo(SHIPPING);
        assertThat(purchase.payment().text("/state")).isEqualTo("REFUNDED");
        eventually(() -> assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(5, 0, 5)));
    }

    @Test
    void what_the_store_refuses_changes_nothing_and_may_be_asked_for_again() {
        String sku = shop.goods(Shop.newSku("TAS"), 75_000, 5);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1).place("COD");
        delivered(purchase);
        Returned refused = Returned.of(stack, purchase, sku, 1, "DEFECTIVE");
        stack.as("support")
                .post(refused.path() + "/refusal", Map.of("reason", "Worn"))
                .expect(200);
        stack.as("support").post(refused.path() + "/approval").expectProblem(409, "RETURN_STATE_CONFLICT");
        stack.as("warehouse").post(refused.path() + "/receipt").expectProblem(409, "RETURN_STATE_CONFLICT");
        assertThat(purchase.api().get(refused.path()).expect(200).text("/refusal/reason"))
                .isEqualTo("Worn");
        assertThat(purchase.payment().json("/refunds")).isEmpty();
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(4, 0, 4));
        Returned.of(stack, purchase, sku, 1, "DEFECTIVE").approved();
    }

    private void delivered(Purchase purchase) {
        shop.deliver(shop.ship(purchase.id()));
        purchase.await("COMPLETED");
    }

    private String tenPercentOff() {
        String code = Shop.newSku("R").toUpperCase(java.util.Locale.ROOT);
        Map<String, Object> coupon =
                Map.of("storeId", SystemStack.STORE, "code", code, "type", "PERCENTAGE", "percentage", "10");
        stack.as("admin")
                .once(UUID.randomUUID().toString())
                .post("/v1/coupons", coupon)
                .expect(201);
        return code;
    }

    private long damaged(String sku) {
        return stack.as("warehouse")
                .get("/v1/stock/" + sku + "?store=" + SystemStack.STORE)
                .expect(200)
                .json("/damaged")
                .asLong();
    }

    private static long activePoints(Customer buyer) {
        return buyer.api()
                .get("/v1/members/me")
                .expect(200)
                .json("/points/active")
                .asLong();
    }

    /** The ledger's entries about it: {@code EARNED 135}. */
    private static List<String> entries(Customer buyer, Purchase purchase) {
        return buyer.api()
                .get("/v1/members/me/ledger")
                .expect(200)
                .json("/items")
                .valueStream()
                .filter(entry -> entry.path("orderId").asString().equals(purchase.id()))
                .map(entry -> entry.path("type").asString() + " "
                        + entry.path("points").asLong())
                .toList();
    }

    /** What the books have of it. */
    private List<String> postings(Purchase purchase) {
        return stack.as("operator")
                .get("/v1/ledger/transactions?orderId=" + purchase.id())
                .expect(200)
                .json("/items")
                .valueStream()
                .map(posting -> posting.path("kind").asString())
                .toList();
    }
}
