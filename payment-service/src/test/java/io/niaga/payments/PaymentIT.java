package io.niaga.payments;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.events.users.StoreStateV1;
import io.niaga.payments.webhook.WebhookSignature;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class PaymentIT {
    private static final StoreId STORE = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");

    @Autowired
    Api api;

    @Autowired
    WebhookSignature signature;

    private UserId customer;
    private Api buyer;
    private Api orders;
    private Api operator;
    private TypeId order;

    @BeforeEach
    void somebody_orders() {
        customer = UserId.ofSubject(UUID.randomUUID());
        buyer = api.as(TestTokens.customer(customer));
        orders = api.as(TestTokens.service("order-service"));
        operator = api.as(TestTokens.operator());
        order = new TypeId("ord", UUID.randomUUID());
    }

    private String pay() {
        return order.withPrefix("pay").toString();
    }

    private String refund() {
        return order.withPrefix("rfd").toString();
    }

    private Answer open(String method, String amount, long fence) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "orderId", order.toString(),
                "orderNumber", "N-1",
                "storeId", STORE.value(),
                "customerId", customer.value(),
                "method", method,
                "amount", money(amount),
                "fence", fence));
        body.put("payBy", "2099-01-01T00:00:00Z");
        return orders.put("/internal/v1/payments/" + pay(), body);
    }

    private static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "IDR");
    }

    private Answer refund(String amount) {
        return orders.put(
                "/internal/v1/refunds/" + refund(),
                Map.of(
                        "paymentId",
                        pay(),
                        "orderId",
                        order.toString(),
                        "amount",
                        money(amount),
                        "reason",
                        "ORDER_CANCELLED",
                        "fence",
                        9));
    }

    private Answer refund(String id, Map<String, String> amount, Map<String, String> goods, String reason) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "paymentId", pay(), "orderId", order.toString(), "amount", amount, "reason", reason, "fence", 9));
        body.put("goods", goods);
        return orders.put("/internal/v1/refunds/" + id, body);
    }

    private Answer cancel(long fence) {
        return orders.put(
                "/internal/v1/payments/" + pay() + "/cancellation",
                Map.of("orderId", order.toString(), "fence", fence));
    }

    private Answer webhook(String eventId, String type, String amount) {
        String body = """
                {"id":"%s","type":"%s","createdAt":"2026-11-24T08:00:00Z","detail":{"reference":"%s","amount":{"amount":"%s","currency":"IDR"}}}""".formatted(eventId, type, pay(), amount);
        return signed(eventId, body);
    }

    private Answer signed(String eventId, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Instant now = Instant.now();
        return api.with("webhook-id", eventId)
                .with("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .with("webhook-signature", signature.sign(eventId, now, bytes))
                .send("POST", "/v1/payment-webhooks/sandbox", "application/json", bytes);
    }

    private List<String> told() {
        return TestEvents.told(Topics.PAYMENT, pay()).stream().map(Told::type).toList();
    }

    private void assertBooksBalance() {
        Answer balance = operator.get("/v1/ledger/trial-balance?currency=IDR").expect(200);
        assertThat(balance.json("/balanced").asBoolean()).isTrue();
        assertThat(balance.text("/totals/debit/amount")).isEqualTo(balance.text("/totals/credit/amount"));
    }

    @Test
    void a_card_is_charged_once_told_and_booked() {
        Answer opened = open("CARD", "249000.00", 1).expect(200);
        assertThat(opened.text("/state")).isEqualTo("REQUIRES_ACTION");
        assertThat(opened.text("/nextAction/type")).isEqualTo("CONFIRM");
        Answer paid = buyer.post("/v1/payments/" + pay() + "/confirmation", Map.of("token", "tok_success"))
                .expect(200);
        assertThat(paid.text("/state")).isEqualTo("CAPTURED");
        buyer.post("/v1/payments/" + pay() + "/confirmation", Map.of("token", "tok_success"))
                .expectProblem(409, "PAYMENT_NOT_CONFIRMABLE");
        eventually(() -> assertThat(told()).containsExactly("payment.opened.v1", "payment.assured.v1"));
        eventually(() -> assertThat(operator.get("/v1/ledger/transactions?orderId=" + order)
                        .expect(200)
                        .json("/items")
                        .size())
                .isEqualTo(1));
        assertBooksBalance();
    }

    @Test
    void a_declined_card_may_be_tried_again() {
        open("CARD", "249000.00", 1).expect(200);
        Answer declined = buyer.post("/v1/payments/" + pay() + "/confirmation", Map.of("token", "tok_declined"))
                .expect(200);
        assertThat(declined.text("/state")).isEqualTo("FAILED");
        assertThat(declined.text("/failure")).isEqualTo("CARD_DECLINED");
        assertThat(buyer.post("/v1/payments/" + pay() + "/confirmation", Map.of("token", "tok_success"))
                        .expect(200)
                        .text("/state"))
                .isEqualTo("CAPTURED");
    }

    @Test
    void many_confirmations_at_once_charge_once() throws Exception {
        open("CARD", "249000.00", 1).expect(200);
        Callable<Integer> confirm =
                () -> buyer.post("/v1/payments/" + pay() + "/confirmation", Map.of("token", "tok_success"))
                        .status();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses =
                    pool.invokeAll(IntStream.range(0, 20).mapToObj(i -> confirm).collect(Collectors.toList())).stream()
                            .map(f -> f.resultNow())
                            .toList();
            assertThat(statuses).isSubsetOf(200, 409, 503);
            assertThat(statuses.stream().filter(s -> s == 200)).hasSizeGreaterThanOrEqualTo(1);
        }
        eventually(() -> assertThat(told()).containsExactly("payment.opened.v1", "payment.assured.v1"));
    }

    @Test
    void a_transfer_is_captured_by_the_webhook_whatever_its_repetitions() {
        Answer opened = open("VIRTUAL_ACCOUNT", "249000.00", 1).expect(200);
        assertThat(opened.text("/state")).isEqualTo("PENDING");
        assertThat(opened.text("/nextAction/type")).isEqualTo("PAY_VIRTUAL_ACCOUNT");
        assertThat(opened.text("/nextAction/number")).hasSize(16);
        for (int i = 0; i < 5; i++) {
            webhook("evt-" + order, "payment.paid", "249000.00").expect(200);
        }
        webhook("evt-late-denial-" + order, "payment.denied", "249000.00").expect(200);
        assertThat(buyer.get("/v1/payments/" + pay()).expect(200).text("/state"))
                .isEqualTo("CAPTURED");
        eventually(() -> assertThat(told()).containsExactly("payment.opened.v1", "payment.assured.v1"));
    }

    @Test
    void a_wrong_amount_is_suspended_and_assures_nothing() {
        open("VIRTUAL_ACCOUNT", "249000.00", 1).expect(200);
        webhook("evt-wrong-" + order, "payment.paid", "1.00").expect(200);
        assertThat(buyer.get("/v1/payments/" + pay()).expect(200).text("/state"))
                .isEqualTo("PENDING");
        eventually(() -> assertThat(
                        operator.get("/v1/ledger/transactions?orderId=" + order).text("/items/0/kind"))
                .isEqualTo("SUSPENSE"));
        assertBooksBalance();
    }

    @Test
    void a_forged_or_malformed_webhook_changes_nothing() {
        open("VIRTUAL_ACCOUNT", "249000.00", 1).expect(200);
        api.with("webhook-id", "evt-forged")
                .with("webhook-timestamp", Long.toString(Instant.now().getEpochSecond()))
                .with("webhook-signature", "v1,AAAA")
                .send("POST", "/v1/payment-webhooks/sandbox", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                .expectProblem(401, "WEBHOOK_SIGNATURE_INVALID");
        signed("evt-malformed", "{").expectProblem(400, "MALFORMED_REQUEST");
        signed("evt-unknown-type", "{\"id\":\"x\",\"type\":\"other\"}").expectProblem(400, "MALFORMED_REQUEST");
        assertThat(buyer.get("/v1/payments/" + pay()).text("/state")).isEqualTo("PENDING");
    }

    @Test
    void a_webhook_about_a_payment_that_is_not_there_is_taken_and_told_nobody() {
        webhook("evt-nobody-" + order, "payment.paid", "1.00").expect(200);
        webhook("evt-nobody-" + order, "payment.paid", "1.00").expect(200);
    }

    @Test
    void money_for_a_cancelled_payment_is_late_and_can_go_back_or_be_taken() {
        open("VIRTUAL_ACCOUNT", "249000.00", 1).expect(200);
        assertThat(cancel(3).expect(200).text("/state")).isEqualTo("CANCELLED");
        webhook("evt-late-" + order, "payment.paid", "249000.00").expect(200);
        assertThat(buyer.get("/v1/payments/" + pay()).text("/state")).isEqualTo("LATE_PAID");
        assertThat(refund("249000.00").expect(200).text("/state")).isEqualTo("SUCCEEDED");
        assertThat(buyer.get("/v1/payments/" + pay()).text("/state")).isEqualTo("REFUNDED");
        eventually(() -> assertThat(told())
                .containsExactly(
                        "payment.opened.v1", "payment.cancelled.v1", "payment.late-paid.v1", "refund.succeeded.v1"));
        assertBooksBalance();
    }

    @Test
    void a_revived_order_takes_its_late_money() {
        open("VIRTUAL_ACCOUNT", "249000.00", 1).expect(200);
        cancel(3).expect(200);
        webhook("evt-revive-" + order, "payment.paid", "249000.00").expect(200);
        assertThat(open("VIRTUAL_ACCOUNT", "249000.00", 5).expect(200).text("/assurance"))
                .isEqualTo("CAPTURED");
    }

    @Test
    void what_is_assured_is_not_cancelled_and_says_so() {
        open("COD", "249000.00", 1).expect(200);
        assertThat(cancel(3).expect(200).text("/assurance")).isEqualTo("CASH_ON_DELIVERY");
    }

    @Test
    void cash_is_captured_with_the_last_parcel_however_often_it_is_told() {
        open("COD", "249000.00", 1).expect(200);
        String ful = order.withPrefix("ful").toString();
        var partly = new ParcelDeliveredV1(ful, order.toString(), STORE.value(), "T1", false, Instant.now());
        var wholly = new ParcelDeliveredV1(ful, order.toString(), STORE.value(), "T2", true, Instant.now());
        TestEvents.tell(Topics.SHIPMENT, ful, ParcelDeliveredV1.TYPE, 1, partly);
        TestEvents.tell(Topics.SHIPMENT, ful, ParcelDeliveredV1.TYPE, 2, wholly);
        TestEvents.tell(Topics.SHIPMENT, ful, ParcelDeliveredV1.TYPE, 2, wholly);
        eventually(() ->
                assertThat(buyer.get("/v1/payments/" + pay()).text("/state")).isEqualTo("CAPTURED"));
        eventually(() ->
                assertThat(told()).containsExactly("payment.opened.v1", "payment.assured.v1", "payment.captured.v1"));
    }

    @Test
    void malformed_and_unknown_shipments_do_not_stop_the_next_one() {
        open("COD", "249000.00", 1).expect(200);
        String ful = order.withPrefix("ful").toString();
        TestEvents.send(
                Topics.SHIPMENT,
                ful,
                TestEvents.envelope(ful, ParcelDeliveredV1.TYPE, 1),
                "{not json".getBytes(StandardCharsets.UTF_8));
        TestEvents.send(
                Topics.SHIPMENT,
                ful,
                TestEvents.envelope(ful, "parcel.delivered.v9", 2),
                "{}".getBytes(StandardCharsets.UTF_8));
        var wholly = new ParcelDeliveredV1(ful, order.toString(), STORE.value(), "T2", true, Instant.now());
        TestEvents.tell(Topics.SHIPMENT, ful, ParcelDeliveredV1.TYPE, 3, wholly);
        eventually(() ->
                assertThat(buyer.get("/v1/payments/" + pay()).text("/state")).isEqualTo("CAPTURED"));
    }

    @Test
    void cash_never_collected_is_voided() {
        open("COD", "249000.00", 1).expect(200);
        assertThat(refund("249000.00").expect(200).text("/state")).isEqualTo("SUCCEEDED");
        Answer payment = buyer.get("/v1/payments/" + pay()).expect(200);
        assertThat(payment.text("/state")).isEqualTo("CANCELLED");
        assertThat(payment.text("/refunds/0/state")).isEqualTo("VOIDED");
    }

    @Test
    void a_refund_is_sent_once_and_never_above_what_was_captured() {
        open("CARD", "249000.00", 1).expect(200);
        refund("249000.00").expectProblem(409, "REFUND_EXCEEDS_CAPTURE");
        buyer.post("/v1/payments/" + pay() + "/confirmation", Map.of("token", "tok_success"))
                .expect(200);
        refund("249000.01").expectProblem(409, "REFUND_EXCEEDS_CAPTURE");
        refund("249000.00").expect(200);
        refund("249000.00").expect(200);
        refund("1.00").expectProblem(409, "REFUND_MISMATCH");
        refund("0.00").expectProblem(400, "INVALID_REQUEST");
        refund("-1.00").expectProblem(400, "INVALID_REQUEST");
        Answer payment = buyer.get("/v1/payments/" + pay()).expect(200);
        assertThat(payment.text("/state")).isEqualTo("REFUNDED");
        assertThat(payment.text("/refunds/0/id")).isEqualTo(refund());
        assertThat(payment.text("/refunds/0/state")).isEqualTo("SUCCEEDED");
        assertBooksBalance();
    }

    @Test
    void a_return_is_refunded_in_part_and_says_what_was_for_goods() {
        open("CARD", "249000.00", 1).expect(200);
        buyer.post("/v1/payments/" + pay() + "/confirmation", Map.of("token", "tok_success"))
                .expect(200);
        String id = new TypeId("rfd", UUID.randomUUID()).toString();
        refund(id, money("100000.00"), money("100000.01"), "RETURNED").expectProblem(400, "INVALID_REQUEST");
        refund(id, money("100000.00"), Map.of("amount", "1.00", "currency", "USD"), "RETURNED")
                .expectProblem(400, "INVALID_REQUEST");
        refund(id, Map.of("amount", "1.00", "currency", "USD"), null, "RETURNED")
                .expectProblem(409, "REFUND_CURRENCY_MISMATCH");
        refund(id, money("100000.00"), null, "GOODWILL").expectProblem(400, "INVALID_REQUEST");
        assertThat(refund(id, money("100000.00"), money("90000.00"), "RETURNED")
                        .expect(200)
                        .text("/state"))
                .isEqualTo("SUCCEEDED");
        refund(id, money("100000.00"), money("80000.00"), "RETURNED").expectProblem(409, "REFUND_MISMATCH");
        Answer payment = buyer.get("/v1/payments/" + pay()).expect(200);
        assertThat(payment.text("/state")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(payment.text("/refunds/0/goods/amount")).isEqualTo("90000.00");
        refund("149000.01").expectProblem(409, "REFUND_EXCEEDS_CAPTURE");
        refund("149000.00").expect(200);
        assertThat(buyer.get("/v1/payments/" + pay()).text("/state")).isEqualTo("REFUNDED");
        eventually(() -> assertThat(TestEvents.told(Topics.PAYMENT, pay()))
                .filteredOn(t -> t.type().equals("refund.succeeded.v1"))
                .extracting(t ->
                        Objects.requireNonNull(t.body()).at("/goods/amount").asString(""))
                .containsExactly("90000.00", ""));
        assertBooksBalance();
    }

    @Test
    void nothing_to_pay_is_assured_at_once() {
        assertThat(open("CARD", "0.00", 1).expect(200).text("/assurance")).isEqualTo("NOTHING_TO_PAY");
    }

    @Test
    void opening_is_idempotent_fenced_and_never_for_something_else() {
        open("CARD", "249000.00", 2).expect(200);
        open("CARD", "249000.00", 2).expect(200);
        open("CARD", "249000.00", 1).expectProblem(409, "FENCED");
        open("CARD", "1.00", 2).expectProblem(409, "PAYMENT_MISMATCH");
        cancel(1).expectProblem(409, "FENCED");
        eventually(() -> assertThat(told()).containsExactly("payment.opened.v1"));
    }

    @Test
    void a_payment_given_up_before_it_was_opened_stays_so() {
        assertThat(cancel(3).expect(200).text("/state")).isEqualTo("CANCELLED");
        open("CARD", "249000.00", 1).expectProblem(409, "FENCED");
        open("CARD", "249000.00", 3).expectProblem(409, "FENCED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BITCOIN", "qris", ""})
    void a_method_that_is_not_built_is_not_offered(String method) {
        open(method, "249000.00", 1).expectProblem(409, "PAYMENT_METHOD_UNAVAILABLE");
        assertThat(api.get("/v1/payment-methods?store=" + STORE).expect(200).json("/items"))
                .extracting(m -> m.at("/method").asString())
                .containsExactly("CARD", "VIRTUAL_ACCOUNT", "QRIS", "E_WALLET", "COD");
    }

    @Test
    void a_store_that_sells_in_another_currency_offers_no_method_that_takes_rupiah_only() {
        StoreId dollars = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        StoreStateV1 state = new StoreStateV1(
                dollars.value(), "Shop", "USD", List.of("en"), "UTC", "US", false, 0, Instant.now(), Instant.now());
        TestEvents.tell(Topics.USER, dollars.value(), StoreStateV1.TYPE, 1, state);
        TestEvents.tell(Topics.USER, dollars.value(), StoreStateV1.TYPE, 1, state);
        eventually(() -> assertThat(offered(dollars)).containsExactly("CARD", "VIRTUAL_ACCOUNT", "E_WALLET", "COD"));
    }

    private List<String> offered(StoreId store) {
        List<String> methods = new ArrayList<>();
        Answer answer = api.get("/v1/payment-methods?store=" + store).expect(200);
        answer.json("/items").forEach(m -> methods.add(m.path("method").asString()));
        return methods;
    }

    @Test
    void nobody_else_sees_or_pays_it() {
        open("CARD", "249000.00", 1).expect(200);
        String path = "/v1/payments/" + pay();
        Map<String, String> token = Map.of("token", "tok_success");
        api.get(path).expectProblem(404, "NOT_FOUND");
        api.as(TestTokens.customer()).get(path).expectProblem(404, "NOT_FOUND");
        api.as(TestTokens.customer()).post(path + "/confirmation", token).expectProblem(404, "NOT_FOUND");
        api.as(TestTokens.member(Role.SELLER, STORE)).get(path).expectProblem(404, "NOT_FOUND");
        api.as(TestTokens.member(Role.SUPPORT, STORE)).get(path).expect(200);
        api.as(TestTokens.member(Role.SUPPORT, STORE))
                .post(path + "/confirmation", token)
                .expectProblem(404, "NOT_FOUND");
        buyer.put("/internal/v1/payments/" + pay() + "/cancellation", Map.of("orderId", "x", "fence", 9))
                .expectProblem(403, "FORBIDDEN");
        buyer.get("/v1/ledger/trial-balance?currency=IDR").expectProblem(403, "FORBIDDEN");
        for (String wrong : List.of("XX", "XXX", "XAU")) {
            operator.get("/v1/ledger/trial-balance?currency=" + wrong).expectProblem(400, "INVALID_PARAMETER");
            operator.get("/v1/ledger/reconciliation?currency=" + wrong).expectProblem(400, "INVALID_PARAMETER");
        }
        buyer.get("/v1/ledger/trial-balance?currency=XXX").expectProblem(403, "FORBIDDEN");
    }

    @Test
    void who_pays_for_a_customer_leaves_a_trace() {
        open("CARD", "249000.00", 1).expect(200);
        String path = "/v1/payments/" + pay() + "/confirmation";
        buyer.post(path, Map.of("token", "tok_declined")).expect(200);
        operator.post(path, Map.of("token", "tok_success")).expect(200);
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, pay()))
                .extracting(t -> t.text("/action"), t -> t.text("/resource"), t -> t.text("/changes/0/to"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("payment:pay", pay(), "2")));
    }

    @Test
    void the_sandbox_owes_its_calls_until_they_are_taken() {
        open("VIRTUAL_ACCOUNT", "249000.00", 1).expect(200);
        String path = "/v1/sandbox/payments/" + pay() + "/events";
        api.as(TestTokens.customer()).post(path, Map.of("type", "PAID")).expectProblem(404, "NOT_FOUND");
        buyer.post(path, Map.of("type", "PAID", "repeat", 99)).expectProblem(400, "INVALID_REQUEST");
        buyer.post(path, Map.of("type", "NEVER")).expectProblem(400, "INVALID_REQUEST");
        buyer.post(path, Map.of("type", "PAID", "repeat", 3)).expect(202);
    }

    @Test
    void the_sandbox_says_nothing_about_cash() {
        open("COD", "249000.00", 1).expect(200);
        buyer.post("/v1/sandbox/payments/" + pay() + "/events", Map.of("type", "PAID"))
                .expectProblem(409, "SANDBOX_EVENT_NOT_APPLICABLE");
    }
}
