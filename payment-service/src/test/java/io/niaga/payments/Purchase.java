package io.niaga.payments;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One order over 249,000 rupiah and everybody around its payment. */
final class Purchase {
    static final StoreId STORE = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");
    static final String PRICE = "249000.00";
    final UserId customer = UserId.ofSubject(UUID.randomUUID());
    final TypeId order = new TypeId("ord", UUID.randomUUID());
    final String pay = order.withPrefix("pay").toString();
    private final Api api;

    Purchase(Api api) {
        this.api = api;
    }

    /** With a token of now, as everybody: a test may move the clock on. */
    Api buyer() {
        return api.as(TestTokens.customer(customer));
    }

    Api orders() {
        return api.as(TestTokens.service("order-service"));
    }

    Api operator() {
        return api.as(TestTokens.operator());
    }

    Answer open(String method) {
        return open(method, "IDR", "2099-01-01T00:00:00Z");
    }

    Answer open(String method, String currency, String payBy) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "orderId", order.toString(),
                "orderNumber", "N-<1>",
                "storeId", STORE.value(),
                "customerId", customer.value(),
                "method", method,
                "amount", Map.of("amount", PRICE, "currency", currency),
                "fence", 1));
        body.put("payBy", payBy);
        return orders().put("/internal/v1/payments/" + pay, body);
    }

    /** Paid by card. */
    Purchase paid() {
        open("CARD").expect(200);
        assertThat(confirm("tok_success").expect(200).text("/state")).isEqualTo("CAPTURED");
        return this;
    }

    Answer confirm(String token) {
        return buyer().post("/v1/payments/" + pay + "/confirmation", token == null ? Map.of() : Map.of("token", token));
    }

    Answer cancel(long fence) {
        return orders().put(
                        "/internal/v1/payments/" + pay + "/cancellation",
                        Map.of("orderId", order.toString(), "fence", fence));
    }

    Answer refund(String id, String amount) {
        return refund(id, amount, "RETURNED");
    }

    Answer refund(String id, String amount, String reason) {
        return orders().put(
                        "/internal/v1/refunds/" + id,
                        Map.of(
                                "paymentId",
                                pay,
                                "orderId",
                                order.toString(),
                                "amount",
                                money(amount),
                                "reason",
                                reason,
                                "fence",
                                9));
    }

    Answer play(Map<String, ?> body) {
        return buyer().post("/v1/sandbox/payments/" + pay + "/events", body);
    }

    Answer answerRefunds(String answer) {
        return buyer().put("/v1/sandbox/payments/" + pay + "/refund-answer", Map.of("answer", answer));
    }

    Answer payment() {
        return buyer().get("/v1/payments/" + pay).expect(200);
    }

    void becomes(String state) {
        eventually(() -> assertThat(payment().text("/state")).isEqualTo(state));
    }

    void refundBecomes(String state) {
        eventually(() -> assertThat(payment().text("/refunds/0/state")).isEqualTo(state));
    }

    List<String> told() {
        return TestEvents.told(Topics.PAYMENT, pay).stream().map(Told::type).toList();
    }

    List<String> booked() {
        return operator()
                .get("/v1/ledger/transactions?paymentId=" + pay)
                .expect(200)
                .json("/items")
                .valueStream()
                .map(item -> item.at("/kind").asString())
                .toList();
    }

    static String newRefund() {
        return new TypeId("rfd", UUID.randomUUID()).toString();
    }

    static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "IDR");
    }
}
