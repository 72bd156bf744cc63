package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A parcel goes to another address as long as nobody has begun to pick it, and at the price that was agreed on. */
@SystemIT
class AnotherAddressIT {
    private static final long TOTAL = 60_000_00 + 9_000_00;

    /** Within the same zone of the demo store's table. */
    private static final Map<String, Object> ELSEWHERE = Map.of(
            "recipient", "Siti Aminah",
            "phone", "+6281234567891",
            "lines", List.of("Jl. Sudirman 2"),
            "villageCode", "31.74.01.1002",
            "postalCode", "12110",
            "country", "ID");

    private final SystemStack stack;
    private final Shop shop;

    AnotherAddressIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
    }

    @Test
    void until_picking_starts() {
        String sku = shop.goods(Shop.newSku("TOPI"), 60_000, 5);
        Purchase purchase = Purchase.byGuest(stack)
                .put(sku, 1)
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
        String fulfillment = shop.fulfillment(purchase.id());
        assertThat(written(fulfillment)).isEqualTo("Jl. Merdeka 1");
        for (Api stranger : List.of(stack.api(), stack.as("buyer"), stack.as("marketer"))) {
            edit(stranger, purchase, ELSEWHERE).expectProblem(404, "ORDER_UNKNOWN");
        }
        edit(stack.as("warehouse"), purchase, ELSEWHERE).expectProblem(403, "FORBIDDEN");
        assertThat(written(fulfillment)).isEqualTo("Jl. Merdeka 1");

        assertThat(edit(purchase.api(), purchase, ELSEWHERE).status()).isIn(200, 202);
        eventually(() -> assertThat(address(purchase)).isEqualTo("Jl. Sudirman 2"));
        assertThat(written(fulfillment)).isEqualTo("Jl. Sudirman 2");
        assertThat(purchase.timeline()).contains("ADDRESS_CHANGED");
        assertThat(minor(purchase.order(), "/totals/total")).isEqualTo(TOTAL);
        assertThat(minor(purchase.payment(), "/amount")).isEqualTo(TOTAL);
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(5, 1, 4));

        shop.pick(purchase.id());
        for (Api late : List.of(purchase.api(), stack.as("support"))) {
            edit(late, purchase, Purchase.ADDRESS).expectProblem(409, "ORDER_NOT_EDITABLE");
        }
        assertThat(address(purchase)).isEqualTo("Jl. Sudirman 2");
        shop.deliver(shop.handOver(purchase.id()));
        purchase.await("COMPLETED");
        assertThat(written(fulfillment)).isEqualTo("Jl. Sudirman 2");
    }

    @Test
    void not_where_shipping_costs_more() {
        String sku = shop.goods(Shop.newSku("TOPI"), 60_000, 5);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1).place("CARD");
        Map<String, Object> far = Map.of(
                "recipient", "Siti Aminah",
                "phone", "+6281234567891",
                "lines", List.of("Jl. Pantai 3"),
                "villageCode", "91.71.01.1001",
                "postalCode", "99111",
                "country", "ID");
        Answer refused = edit(purchase.api(), purchase, far).expectProblem(409, "ADDRESS_CHANGES_SHIPPING");
        assertThat(minor(refused, "/params/price")).isEqualTo(9_000_00);
        assertThat(address(purchase)).isEqualTo("Jl. Merdeka 1");
        // Support does it for a customer who calls.
        edit(stack.as("support"), purchase, ELSEWHERE);
        eventually(() -> assertThat(address(purchase)).isEqualTo("Jl. Sudirman 2"));
    }

    private static Answer edit(Api as, Purchase purchase, Map<String, Object> address) {
        return as.post("/v1/orders/" + purchase.id() + "/edits", Map.of("shippingAddress", address));
    }

    private static String address(Purchase purchase) {
        return purchase.order().text("/shippingAddress/lines/0");
    }

    /** What the warehouse writes on the parcel. */
    private String written(String fulfillment) {
        return stack.as("warehouse")
                .get("/v1/fulfillments/" + fulfillment)
                .expect(200)
                .text("/address/lines/0");
    }
}
