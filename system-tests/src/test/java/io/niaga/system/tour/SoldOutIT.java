package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Carts and quotes tell, only placement refuses: then with a fresh quote of what is left. */
@SystemIT
class SoldOutIT {
    private final SystemStack stack;
    private final Shop shop;

    SoldOutIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
    }

    @Test
    void the_last_units_go_to_whoever_places_first() {
        String scarce = shop.goods(Shop.newSku("LAST"), 50_000, 2);
        String plenty = shop.goods(Shop.newSku("PLENTY"), 20_000, 50);
        Purchase late = Purchase.byGuest(stack).put(scarce, 2).put(plenty, 1);
        Answer quoted = late.quote();
        assertThat(Purchase.problems(quoted)).isEmpty();
        Purchase.byGuest(stack).put(scarce, 1).place("COD");

        String key = UUID.randomUUID().toString();
        Answer refused = late.tryPlace("CARD", key).expectProblem(409, "SOLD_OUT");
        assertThat(refused.json("/params/skus").toString()).isEqualTo("[\"" + scarce + "\"]");
        assertThat(refused.text("/quote/id")).isNotEqualTo(quoted.text("/id"));
        assertThat(minor(refused, "/quote/totals/items")).isEqualTo(50_000_00 + 20_000_00);
        assertThat(shop.stock(scarce)).isEqualTo(new Shop.Stock(2, 1, 1));
        assertThat(shop.stock(plenty)).isEqualTo(new Shop.Stock(50, 0, 50));
        Answer again = late.tryPlace("CARD", key).expectProblem(409, "SOLD_OUT");
        assertThat(again.text("/quote/id")).isEqualTo(refused.text("/quote/id"));

        late.withQuote(refused.text("/quote/id"))
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
        assertThat(minor(late.payment(), "/amount")).isEqualTo(minor(refused, "/quote/totals/total"));
        assertThat(shop.stock(scarce)).isEqualTo(new Shop.Stock(2, 2, 0));
        // An order has its quote's bits: the refused one is not on the list where its successor is.
        assertThat(stack.as("support")
                        .get("/v1/orders?store=" + SystemStack.STORE)
                        .expect(200)
                        .body())
                .contains(late.id())
                .doesNotContain(quoted.text("/id").substring("quo_".length()));
    }

    @Test
    void nothing_left_is_refused_without_a_quote() {
        String sku = shop.goods(Shop.newSku("GONE"), 50_000, 1);
        Purchase late = Purchase.byGuest(stack).put(sku, 1);
        late.quote();
        Purchase.byGuest(stack).put(sku, 1).place("CARD");
        Answer refused = late.tryPlace("CARD", UUID.randomUUID().toString()).expectProblem(409, "SOLD_OUT");
        assertThat(refused.json().path("quote").isMissingNode()
                        || refused.json("/quote").isNull())
                .isTrue();
        eventually(() -> assertThat(Purchase.problems(late.cart())).containsExactly("SOLD_OUT " + sku));
        eventually(() -> assertThat(Found.item(
                                stack.api().get("/v1/search?q=" + sku),
                                "barang-" + sku.toLowerCase(java.util.Locale.ROOT))
                        .path("availability")
                        .asString())
                .isEqualTo("OUT"));
    }

    @Test
    void a_cart_tells_what_has_changed_and_a_quote_keeps_its_price() {
        String sku = shop.goods(Shop.newSku("TEA"), 40_000, 30);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 2);
        Answer quoted = purchase.quote();
        Answer product = stack.api().get("/v1/products/by-slug/barang-" + sku.toLowerCase(java.util.Locale.ROOT));
        String path = "/v1/products/" + product.text("/id");
        Answer managed = stack.as("admin").get(path + "?view=management").expect(200);
        Answer raised = stack.as("admin")
                .matching(managed)
                .patch(
                        path,
                        Map.of(
                                "variants",
                                java.util.List.of(Map.of(
                                        "sku",
                                        sku,
                                        "options",
                                        Map.of(),
                                        "price",
                                        Map.of("amount", "45000.00", "currency", "IDR")))))
                .expect(200);
        assertThat(minor(raised, "/variants/0/price")).isEqualTo(45_000_00);
        eventually(() -> assertThat(Purchase.problems(purchase.cart())).containsExactly("PRICE_CHANGED " + sku));
        assertThat(minor(purchase.cart(), "/total")).isEqualTo(90_000_00);
        purchase.place("CARD").pay("tok_success").await("CONFIRMED");
        assertThat(minor(purchase.payment(), "/amount"))
                .isEqualTo(minor(quoted, "/totals/total"))
                .isEqualTo(80_000_00 + 9_000_00);

        Purchase next = Purchase.byGuest(stack).put(sku, 1);
        stack.as("admin").matching(raised).delete(path + "/publication");
        eventually(() -> assertThat(Purchase.problems(next.cart())).containsExactly("UNPUBLISHED " + sku));
    }
}
