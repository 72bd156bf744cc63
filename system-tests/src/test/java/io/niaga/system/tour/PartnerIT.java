package io.niaga.system.tour;

import static io.niaga.system.shop.Amounts.minor;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Amounts;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A marketplace's program: the store gives it a client, it signs in by its own secret and reaches what its scopes say. */
@SystemIT
class PartnerIT {
    private static final String STORE = "?store=" + SystemStack.STORE;

    private final SystemStack stack;
    private final Shop shop;

    PartnerIT(SystemStack stack) {
        this.stack = stack;
        this.shop = new Shop(stack);
    }

    /** As the store's administrator was given it. */
    private record Client(String id, String secret) {}

    @Test
    void it_reads_orders_and_writes_stock_and_prices() {
        String sku = shop.goods(Shop.newSku("KOPI"), 40_000, 10);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1).place("CARD");
        Api partner = signedIn(issued("orders:read", "stock:write", "prices:write"));
        eventually(() -> assertThat(partner.get("/v1/orders" + STORE)
                        .expect(200)
                        .json("/items")
                        .findValuesAsString("id"))
                .contains(purchase.id()));
        Answer order = partner.get("/v1/orders/" + purchase.id()).expect(200);
        assertThat(order.text("/lines/0/sku")).isEqualTo(sku);
        assertThat(order.json("/contact").isNull()).isTrue();
        assertThat(order.json("/shippingAddress").isNull()).isTrue();
        assertThat(order.body()).doesNotContain("Budi", "Merdeka", "+62");

        partner.put("/v1/stock/" + sku + STORE, Map.of("onHand", 30, "reason", "COUNT"))
                .expect(200);
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(30, 1, 29));

        reprice(partner, sku, 35_000).expect(200);
        eventually(() -> {
            Answer cart = Purchase.byGuest(stack).put(sku, 1).cart();
            assertThat(minor(cart, "/items/0/unitPrice")).isEqualTo(35_000_00);
        });
        assertThat(minor(purchase.order(), "/totals/items"))
                .as("what was agreed on stays")
                .isEqualTo(40_000_00);
    }

    @Test
    void nothing_else_and_nothing_without_the_scope() {
        String sku = shop.goods(Shop.newSku("KOPI"), 40_000, 10);
        Purchase purchase = Purchase.byGuest(stack).put(sku, 1).place("CARD");
        Api prices = signedIn(issued("prices:write"));
        Answer product = management(sku);
        prices.matching(product)
                .patch("/v1/products/" + product.text("/id"), Map.of("brand", "Mine"))
                .expectProblem(403, "FIELDS_NOT_PERMITTED");
        prices.get("/v1/orders" + STORE).expectProblem(403, "FORBIDDEN");
        prices.get("/v1/orders/" + purchase.id()).expectProblem(404, "ORDER_UNKNOWN");
        prices.put("/v1/stock/" + sku + STORE, Map.of("onHand", 99, "reason", "COUNT"))
                .expectProblem(403, "FORBIDDEN");
        Api orders = signedIn(issued("orders:read"));
        reprice(orders, sku, 1).expectProblem(403, "FORBIDDEN");
        orders.put("/v1/stock/" + sku + STORE, Map.of("onHand", 99, "reason", "COUNT"))
                .expectProblem(403, "FORBIDDEN");
        orders.post("/v1/orders/" + purchase.id() + "/cancellation", Map.of("reason", "CHANGED_MIND"))
                .expectProblem(403, "FORBIDDEN");
        assertThat(shop.stock(sku)).isEqualTo(new Shop.Stock(10, 1, 9));
        assertThat(management(sku).etag()).isEqualTo(product.etag());
        assertThat(purchase.order().text("/state")).isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void its_secret_is_worth_nothing_once_it_was_changed_or_the_client_ended() {
        Client client = issued("orders:read");
        assertThat(ask(client).status()).isEqualTo(200);
        Client renewed = new Client(
                client.id(),
                stack.as("admin")
                        .post("/v1/api-clients/" + client.id() + "/secret")
                        .expect(200)
                        .text("/secret"));
        assertThat(ask(client).status()).isEqualTo(401);
        assertThat(ask(renewed).status()).isEqualTo(200);
        stack.as("admin").delete("/v1/api-clients/" + client.id()).expect(204);
        assertThat(ask(renewed).status()).isEqualTo(401);
    }

    private Client issued(String... scopes) {
        Map<String, Object> wanted = Map.of(
                "name", "Pasar " + Shop.newSku("P"),
                "stores", List.of(SystemStack.STORE),
                "scopes", List.of(scopes));
        Answer issued = stack.as("admin")
                .once(UUID.randomUUID().toString())
                .post("/v1/api-clients", wanted)
                .expect(201);
        return new Client(issued.text("/clientId"), issued.text("/secret"));
    }

    private Api signedIn(Client client) {
        return stack.api().as(stack.clientToken(client.id(), client.secret()));
    }

    private Answer ask(Client client) {
        return stack.askForToken(
                Map.of("grant_type", "client_credentials", "client_id", client.id(), "client_secret", client.secret()));
    }

    /** The product of that SKU, as its editors see it. */
    private Answer management(String sku) {
        String slug = "barang-" + sku.toLowerCase(java.util.Locale.ROOT);
        String id = stack.api()
                .get("/v1/products/by-slug/" + slug + STORE)
                .expect(200)
                .text("/id");
        return stack.as("admin").get("/v1/products/" + id + "?view=management").expect(200);
    }

    private Answer reprice(Api partner, String sku, long rupiah) {
        Answer product = management(sku);
        Map<String, Object> variant = Map.of("sku", sku, "options", Map.of(), "price", Amounts.rupiah(rupiah));
        return partner.matching(product)
                .patch("/v1/products/" + product.text("/id"), Map.of("variants", List.of(variant)));
    }
}
