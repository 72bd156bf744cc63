package io.niaga.orders;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.TestTokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who shops, over HTTP; each step as the tour has it. */
record Shopper(Api api, boolean guest) {
    static Shopper buyer(Api api) {
        return new Shopper(api.as(TestTokens.customer()), false);
    }

    static Shopper guest(Api api) {
        return new Shopper(api, true);
    }

    /** A cart with two shirts and a sarong; a guest goes on with its token. */
    Filled fill() {
        Answer opened = api.post("/v1/carts", "{}").expect(201);
        Api with = guest ? api.with("Cart-Token", opened.header("Cart-Token").orElseThrow()) : api;
        String cart = opened.location();
        with.put(cart + "/items/" + Surrounding.SHIRT, Map.of("quantity", 2)).expect(200);
        with.put(cart + "/items/" + Surrounding.SARONG, Map.of("quantity", 1)).expect(200);
        return new Filled(with, opened.text("/id"));
    }

    /** Somebody with a cart. */
    record Filled(Api api, String cart) {
        Answer quote() {
            return quote(Map.of());
        }

        Answer quote(Map<String, ?> more) {
            Map<String, Object> body = new LinkedHashMap<>(Map.of("cartId", cart, "shippingAddress", address()));
            body.putAll(more);
            return api.post("/v1/quotes", body);
        }

        Answer order(String quote, String method) {
            return order(quote, method, UUID.randomUUID().toString());
        }

        Answer order(String quote, String method, String key) {
            return api.once(key).post("/v1/orders", placement(quote, method));
        }

        /** Quotes and orders; paid by card. */
        Placed place() {
            return place("CARD");
        }

        Placed place(String method) {
            return placed(order(quote().expect(201).text("/id"), method).expect(201));
        }

        Placed placed(Answer answer) {
            Api with = answer.header("Order-Token")
                    .map(token -> api.with("Order-Token", token))
                    .orElse(api);
            return new Placed(with, answer.text("/id"), answer);
        }
    }

    /** Somebody with an order. */
    record Placed(Api api, String id, Answer answer) {
        Answer show() {
            return api.get("/v1/orders/" + id).expect(200);
        }

        String state() {
            return show().text("/state");
        }

        Answer cancel() {
            return api.post("/v1/orders/" + id + "/cancellation", Map.of("reason", "CHANGED_MIND"));
        }

        String derived(String prefix) {
            return prefix + id.substring(3);
        }

        List<String> timeline() {
            return api.get("/v1/orders/" + id + "/timeline")
                    .expect(200)
                    .json("/items")
                    .valueStream()
                    .map(entry -> entry.path("type").asString())
                    .toList();
        }
    }

    static Map<String, Object> address() {
        return Map.of(
                "recipient", "Budi Santoso",
                "phone", "+6281234567890",
                "lines", List.of("Jl. Merdeka 1"),
                "villageCode", "31.71.01.1001",
                "postalCode", "10110",
                "country", "ID");
    }

    static Map<String, Object> placement(String quote, String method) {
        return Map.of(
                "quoteId",
                quote,
                "paymentMethod",
                method,
                "contact",
                Map.of("email", "budi@example.com", "phone", "+6281234567890"));
    }
}
