package io.niaga.system.access;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who buys: fills a cart, asks for a quote, orders. A guest goes on with the tokens they are given. */
final class Shopper {
    static final Map<String, Object> ADDRESS = Map.of(
            "recipient", "Kanari Penerima",
            "phone", Traces.PHONE,
            "lines", new String[] {Traces.STREET},
            "villageCode", "31.71.01.1001",
            "postalCode", "10110",
            "country", "ID");

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private Api api;

    Shopper(Api api) {
        this.api = api;
    }

    /** As the shopper is now known: with the tokens that were answered so far. */
    Api api() {
        return api;
    }

    /** The guest tokens answered so far, by header. */
    Map<String, String> tokens() {
        return Map.copyOf(tokens);
    }

    private void keep(Answer answer, String header) {
        answer.header(header).ifPresent(token -> {
            tokens.put(header, token);
            api = api.with(header, token);
        });
    }

    String cart() {
        Answer opened = api.post("/v1/carts", Map.of("storeId", Site.STORE)).expect(201);
        keep(opened, "Cart-Token");
        return opened.text("/id");
    }

    String filledCart(String sku, int quantity) {
        String cart = cart();
        api.put("/v1/carts/" + cart + "/items/" + sku, Map.of("quantity", quantity))
                .expect(200);
        return cart;
    }

    String quote(String cart) {
        return quote(cart, null).text("/id");
    }

    Answer quote(String cart, @Nullable String coupon) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("cartId", cart);
        body.put("shippingAddress", ADDRESS);
        body.put("couponCode", coupon);
        return api.post("/v1/quotes", body).expect(201);
    }

    /** An order and its payment. */
    Answer order(String quote, String method) {
        Answer placed = api.once(UUID.randomUUID().toString())
                .post("/v1/orders", orderOf(quote, method))
                .expect(201);
        keep(placed, "Order-Token");
        return placed;
    }

    static Map<String, Object> orderOf(String quote, String method) {
        return Map.of(
                "quoteId", quote,
                "paymentMethod", method,
                "contact", Map.of("email", Traces.MAIL, "phone", Traces.PHONE));
    }

    Answer bought(String sku, String method) {
        return bought(sku, 1, method);
    }

    Answer bought(String sku, int quantity, String method) {
        return order(quote(filledCart(sku, quantity)), method);
    }
}
