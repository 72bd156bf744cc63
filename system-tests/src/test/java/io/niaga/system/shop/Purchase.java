package io.niaga.system.shop;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who buys: {@code Purchase.byGuest(stack).put(sku, 2).place("CARD").pay("tok_success").await("CONFIRMED")}.
 *
 * <p>Each step expects to succeed; {@code try…} hands out the answer whatever it is.
 */
public final class Purchase {
    /** Within Jakarta, where the demo store ships for Rp9,000 at least. */
    public static final Map<String, Object> ADDRESS = Map.of(
            "recipient", "Budi Santoso",
            "phone", "+6281234567890",
            "lines", List.of("Jl. Merdeka 1"),
            "villageCode", "31.71.01.1001",
            "postalCode", "10110",
            "country", "ID");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Api> signedIn;
    private final Map<String, String> keys = new HashMap<>();
    private final String email;
    private String cartId = "";
    private String quoteId = "";
    private String id = "";
    private String paymentId = "";

    private Purchase(Supplier<Api> signedIn, String email) {
        this.signedIn = signedIn;
        this.email = email;
        Answer cart =
                api().post("/v1/carts", Map.of("storeId", SystemStack.STORE)).expect(201);
        cartId = cart.text("/id");
        cart.header("Cart-Token").ifPresent(token -> keys.put("Cart-Token", token));
    }

    /** With a cart of their own, empty yet. */
    public static Purchase byGuest(SystemStack stack) {
        return new Purchase(stack::api, "guest-" + UUID.randomUUID() + "@example.com");
    }

    /** By a guest who comes in through this door, asked for anew with each call. */
    public static Purchase through(Supplier<Api> door) {
        return new Purchase(door, "guest-" + UUID.randomUUID() + "@example.com");
    }

    public static Purchase by(SystemStack stack, String person) {
        return new Purchase(() -> stack.as(person), person + "@example.com");
    }

    /** Calls with everything this person holds: their sign-in, their tokens of cart and order. */
    public Api api() {
        return keysWith(signedIn.get());
    }

    /** Somebody else, holding this person's tokens of cart and order. */
    public Api keysWith(Api other) {
        Api api = other;
        for (Map.Entry<String, String> key : keys.entrySet()) {
            api = api.with(key.getKey(), key.getValue());
        }
        return api;
    }

    public Purchase put(String sku, int quantity) {
        api().put("/v1/carts/" + cartId + "/items/" + sku, Map.of("quantity", quantity))
                .expect(200);
        return this;
    }

    public Answer cart() {
        return api().get("/v1/carts/" + cartId).expect(200);
    }

    /** A quote for the address in Jakarta, to be placed next. */
    public Answer quote() {
        Answer quote = tryQuote(Map.of()).expect(201);
        quoteId = quote.text("/id");
        return quote;
    }

    /** A quote with these fields beside cart and address: {@code couponCode}, {@code usePoints}, another address. */
    public Answer tryQuote(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("cartId", cartId, "shippingAddress", ADDRESS));
        body.putAll(more);
        Answer quote = api().post("/v1/quotes", body);
        if (quote.status() == 201) {
            quoteId = quote.text("/id");
        }
        return quote;
    }

    /** That quote is placed next: the fresh one of a refusal. */
    public Purchase withQuote(String id) {
        quoteId = id;
        return this;
    }

    /** Places the last quote, or one made now. */
    public Purchase place(String method) {
        Answer placed = tryPlace(method, UUID.randomUUID().toString()).expect(201);
        assertThat(placed.text("/state")).isIn("AWAITING_PAYMENT", "CONFIRMED");
        return this;
    }

    public Answer tryPlace(String method, String idempotencyKey) {
        if (quoteId.isEmpty()) {
            quote();
        }
        Answer placed = api().once(idempotencyKey)
                .post(
                        "/v1/orders",
                        Map.of(
                                "quoteId",
                                quoteId,
                                "paymentMethod",
                                method,
                                "contact",
                                Map.of("email", email, "phone", "+6281234567890")));
        if (placed.status() == 201) {
            id = placed.text("/id");
            paymentId = placed.text("/payment/id");
            placed.header("Order-Token").ifPresent(token -> keys.put("Order-Token", token));
        }
        return placed;
    }

    /** By the sandbox card; the money is captured. */
    public Purchase pay(String token) {
        Answer payment = tryPay(token).expect(200);
        assertThat(payment.text("/state")).as("%s", payment).isEqualTo("CAPTURED");
        return this;
    }

    public Answer tryPay(String token) {
        return api().post("/v1/payments/" + paymentId + "/confirmation", Map.of("token", token));
    }

    /** Lets the sandbox provider call: {@code PAID}, {@code DENIED}, {@code EXPIRED}. */
    public Purchase provider(String event) {
        api().post("/v1/sandbox/payments/" + paymentId + "/events", Map.of("type", event))
                .expect(202);
        return this;
    }

    /** Waits until the order is in that state. */
    public Purchase await(String state) {
        eventually(PATIENCE, () -> assertThat(order().text("/state")).isEqualTo(state));
        return this;
    }

    public Answer order() {
        return api().get("/v1/orders/" + id).expect(200);
    }

    public Answer payment() {
        return tryPayment().expect(200);
    }

    public Answer tryPayment() {
        return api().get("/v1/payments/" + paymentId);
    }

    /** What has happened to the order, in order: {@code PLACED, PAID, CONFIRMED}… */
    public List<String> timeline() {
        return api().get("/v1/orders/" + id + "/timeline")
                .expect(200)
                .json("/items")
                .valueStream()
                .map(entry -> entry.path("type").asString())
                .toList();
    }

    public Answer tryCancel(String reason) {
        return api().post("/v1/orders/" + id + "/cancellation", Map.of("reason", reason));
    }

    public String id() {
        return id;
    }

    public String paymentId() {
        return paymentId;
    }

    public String cartId() {
        return cartId;
    }

    public String quoteId() {
        return quoteId;
    }

    /** The cart's problems as {@code CODE sku}. */
    public static List<String> problems(Answer cartOrQuote) {
        return cartOrQuote
                .json("/problems")
                .valueStream()
                .map(Purchase::problem)
                .toList();
    }

    private static String problem(JsonNode problem) {
        return problem.path("code").asString() + " " + problem.path("sku").asString();
    }
}
