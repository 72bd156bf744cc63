package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Customer;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody collected as a guest is theirs after they signed in, once, and can be bought. */
@SystemIT
class SignInIT {
    private final SystemStack stack;
    private final Shop shop;

    SignInIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
    }

    @Test
    void the_guests_cart_becomes_the_customers() {
        String shirt = shop.goods(Shop.newSku("BAJU"), 50_000, 10);
        String sarong = shop.goods(Shop.newSku("SARUNG"), 80_000, 10);
        Purchase guest = Purchase.byGuest(stack).put(shirt, 2).put(sarong, 1);
        Customer customer = Customer.registered(stack);
        Purchase own = Purchase.through(customer::api).put(shirt, 1);

        Api both = guest.keysWith(customer.api());
        merge(customer.api(), own, guest).expectProblem(404, "CART_UNKNOWN");
        merge(guest.keysWith(stack.as("buyer")), own, guest).expectProblem(404, "CART_UNKNOWN");
        merge(guest.api(), own, guest).expectProblem(401, "UNAUTHENTICATED");
        assertThat(quantities(own)).containsExactly(shirt + " 1");

        Answer merged = merge(both, own, guest).expect(200);
        assertThat(minor(merged, "/total")).isEqualTo(3 * 50_000_00 + 80_000_00);
        assertThat(quantities(own)).containsExactly(shirt + " 3", sarong + " 1");
        // Who was interrupted asks again, and has nothing twice.
        merge(both, own, guest).expect(200);
        assertThat(quantities(own)).containsExactly(shirt + " 3", sarong + " 1");
        assertThat(customer.api().get("/v1/carts").expect(200).json("/items").findValuesAsString("id"))
                .containsExactly(own.cartId());

        Answer left = guest.cart();
        assertThat(left.text("/state")).isEqualTo("MERGED");
        assertThat(left.text("/mergedInto")).isEqualTo(own.cartId());
        guest.api()
                .put("/v1/carts/" + guest.cartId() + "/items/" + shirt, Map.of("quantity", 5))
                .expectProblem(409, "CART_MERGED");
        guest.tryQuote(Map.of()).expectProblem(409, "CART_MERGED");
        Purchase another = Purchase.through(customer::api);
        merge(both, another, guest).expectProblem(409, "CART_MERGED");
        assertThat(another.cart().json("/items")).isEmpty();

        own.place("CARD").pay("tok_success").await("CONFIRMED");
        assertThat(minor(own.payment(), "/amount")).isEqualTo(3 * 50_000_00 + 80_000_00 + 9_000_00);
        assertThat(shop.stock(shirt)).isEqualTo(new Shop.Stock(10, 3, 7));
        assertThat(shop.stock(sarong)).isEqualTo(new Shop.Stock(10, 1, 9));
    }

    private static Answer merge(Api as, Purchase into, Purchase from) {
        return as.post("/v1/carts/" + into.cartId() + "/merge", Map.of("from", from.cartId()));
    }

    private static List<String> quantities(Purchase purchase) {
        return purchase.cart()
                .json("/items")
                .valueStream()
                .map(item -> item.path("sku").asString() + " "
                        + item.path("quantity").asInt())
                .toList();
    }
}
