package io.niaga.payments;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.events.Topics;
import io.niaga.events.fulfillment.ParcelDeliveredV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Money goes back in parts: once, never more than came, and to its end whatever the provider does. */
@NiagaIT
class RefundIT {
    private static final StoreId OTHER = StoreId.of("sto_01h455vb4pex5vsknk084sn02r");

    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    MeterRegistry meters;

    private Purchase purchase;

    @BeforeEach
    void somebody_paid() {
        purchase = new Purchase(api);
    }

    /** With a token of now: a test may move the clock on. */
    private Api support() {
        return api.as(TestTokens.member(Role.SUPPORT, Purchase.STORE));
    }

    private Map<String, Object> grant(String amount) {
        return new HashMap<>(Map.of(
                "paymentId", purchase.pay, "amount", Purchase.money(amount), "reason", "GOODWILL", "note", "Maaf <3"));
    }

    private Answer refund(String amount) {
        return support().once(UUID.randomUUID().toString()).post("/v1/refunds", grant(amount));
    }

    @Test
    void a_person_sends_a_part_back_once_told_booked_and_audited() {
        purchase.paid();
        Map<String, Object> body = grant("49000.00");
        body.put("goods", Purchase.money("0.00"));
        String key = UUID.randomUUID().toString();
        Answer made = support().once(key).post("/v1/refunds", body).expect(201);
        assertThat(made.text("/state")).isEqualTo("SUCCEEDED");
        assertThat(made.text("/note")).isEqualTo("Maaf <3");
        Answer again = support().once(key).post("/v1/refunds", body).expect(201);
        assertThat(again.text("/id")).isEqualTo(made.text("/id"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        support().once(key).post("/v1/refunds", grant("49000.01")).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        support().post("/v1/refunds", body).expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
        assertThat(support().get(made.location()).expect(200).text("/reason")).isEqualTo("GOODWILL");
        Answer payment = purchase.payment();
        assertThat(payment.text("/state")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(payment.body()).doesNotContain("Maaf");
        eventually(() -> assertThat(purchase.booked()).containsExactlyInAnyOrder("CAPTURE", "REFUND"));
        eventually(() -> assertThat(TestEvents.told(Topics.PAYMENT, purchase.pay))
                .filteredOn(t -> t.type().equals("refund.succeeded.v1"))
                .extracting(t -> t.text("/goods/amount"))
                .containsExactly("0.00"));
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, purchase.pay))
                .extracting(Told::type, t -> t.text("/action"), t -> t.text("/reason"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("audit.recorded.v1", "refund:write", "GOODWILL")));
        assertThat(TestEvents.told(Topics.AUDIT, purchase.pay).getFirst().body().toString())
                .doesNotContain("Maaf");
    }

    @Test
    void only_the_stores_people_send_money_back() {
        purchase.paid();
        Map<String, Object> body = grant("1.00");
        purchase.buyer().once("k").post("/v1/refunds", body).expectProblem(403, "FORBIDDEN");
        api.once("k").post("/v1/refunds", body).expectProblem(401, "UNAUTHENTICATED");
        api.as(TestTokens.member(Role.SELLER, Purchase.STORE))
                .once("k")
                .post("/v1/refunds", body)
                .expectProblem(403, "FORBIDDEN");
        Api foreign = api.as(TestTokens.member(Role.SUPPORT, OTHER));
        foreign.once("k").post("/v1/refunds", body).expectProblem(404, "NOT_FOUND");
        String id = support().once("k").post("/v1/refunds", body).expect(201).text("/id");
        foreign.get("/v1/refunds/" + id).expectProblem(404, "NOT_FOUND");
        foreign.post("/v1/refunds/" + id + "/retry").expectProblem(404, "NOT_FOUND");
        purchase.buyer().get("/v1/refunds/" + id).expectProblem(403, "FORBIDDEN");
        purchase.operator().get("/v1/refunds/" + id).expect(200);
        purchase.operator().get("/v1/refunds/" + Purchase.newRefund()).expectProblem(404, "NOT_FOUND");
        body.put("paymentId", new TypeId("pay", UUID.randomUUID()).toString());
        purchase.operator().once("k2").post("/v1/refunds", body).expectProblem(404, "NOT_FOUND");
        purchase.buyer().once("k2").post("/v1/refunds", body).expectProblem(403, "FORBIDDEN");
    }

    @Test
    void what_is_no_refund_is_refused() {
        purchase.open("CARD").expect(200);
        refund("1.00").expectProblem(409, "REFUND_EXCEEDS_CAPTURE");
        purchase.confirm("tok_success").expect(200);
        refund("0.00").expectProblem(400, "INVALID_REQUEST");
        refund("-1.00").expectProblem(400, "INVALID_REQUEST");
        refund("249000.01").expectProblem(409, "REFUND_EXCEEDS_CAPTURE");
        Map<String, Object> body = grant("1.00");
        body.put("amount", Map.of("amount", "1.00", "currency", "USD"));
        support().once("c").post("/v1/refunds", body).expectProblem(409, "REFUND_CURRENCY_MISMATCH");
        body = grant("1.00");
        body.put("reason", "ORDER_CANCELLED");
        support().once("r").post("/v1/refunds", body).expectProblem(400, "INVALID_REQUEST");
        body = grant("1.00");
        body.put("note", "x".repeat(501));
        support().once("n").post("/v1/refunds", body).expectProblem(400, "INVALID_REQUEST");
        assertThat(purchase.payment().text("/state")).isEqualTo("CAPTURED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDER_CANCELLED", "LATE_PAID", "RETURNED", "NOT_DELIVERED"})
    void an_order_sends_money_back_for_its_own_reasons(String reason) {
        purchase.paid();
        String id = Purchase.newRefund();
        purchase.refund(id, "1.00", reason).expect(200);
        assertThat(support().get("/v1/refunds/" + id).expect(200).text("/reason"))
                .isEqualTo(reason);
        purchase.refund(Purchase.newRefund(), "1.00", "GOODWILL").expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void together_they_never_exceed_what_came_however_many_ask_at_once() throws Exception {
        purchase.paid();
        List<Callable<Integer>> calls = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> refund("100000.00").status())
                .toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses =
                    pool.invokeAll(calls).stream().map(f -> f.resultNow()).collect(Collectors.toList());
            assertThat(statuses).isSubsetOf(201, 409);
            assertThat(statuses.stream().filter(s -> s == 201)).hasSizeBetween(1, 2);
        }
        assertThat(purchase.payment().json("/refunds"))
                .allSatisfy(r -> assertThat(r.at("/amount/amount").asString()).isEqualTo("100000.00"))
                .hasSize(2);
        Answer trial =
                purchase.operator().get("/v1/ledger/trial-balance?currency=IDR").expect(200);
        assertThat(trial.json("/balanced").asBoolean()).isTrue();
    }

    @Test
    void the_fiftieth_refund_is_peoples_last_and_the_order_still_gets_its_own() {
        purchase.paid();
        for (int i = 0; i < 50; i++) {
            eventually(() -> refund("1.00").expect(201));
        }
        refund("1.00").expectProblem(409, "REFUNDS_TOO_MANY");
        String id = Purchase.newRefund();
        eventually(() -> purchase.refund(id, "248950.00").expect(200));
    }

    @Test
    void what_the_provider_refuses_is_tried_again_and_ends_in_somebodys_queue() {
        purchase.paid();
        purchase.answerRefunds("REFUSED").expect(200);
        String id = refund("49000.00").expect(201).text("/id");
        Answer retried = support().get("/v1/refunds/" + id).expect(200);
        assertThat(retried.text("/state")).isEqualTo("RETRIED");
        assertThat(retried.text("/failure")).isEqualTo("REFUSED_BY_PROVIDER");
        assertThat(retried.text("/nextAttemptAt")).isNotEmpty();
        support().post("/v1/refunds/" + id + "/retry").expectProblem(409, "REFUND_NOT_RETRYABLE");
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofMinutes(10));
            int attempt = i;
            eventually(() -> assertThat(support().get("/v1/refunds/" + id).text("/state"))
                    .as("attempt %s", attempt)
                    .isEqualTo(attempt == 3 ? "FAILED" : "RETRIED"));
            eventually(() -> assertThat(due(id, attempt)).isTrue());
        }
        String queue = "/v1/refunds?store=" + Purchase.STORE + "&state=FAILED&limit=100";
        assertThat(support().get(queue).expect(200).json("/items"))
                .anySatisfy(r -> assertThat(r.at("/id").asString()).isEqualTo(id));
        purchase.buyer().get(queue).expectProblem(403, "FORBIDDEN");
        support().get(queue + "&after=x").expectProblem(400, "INVALID_PARAMETER");
        eventually(() ->
                assertThat(meters.get("niaga.refunds.failed").gauge().value()).isGreaterThanOrEqualTo(1));
        eventually(() -> assertThat(purchase.told()).endsWith("refund.failed.v1"));
        purchase.answerRefunds("SENT").expect(200);
        assertThat(support().post("/v1/refunds/" + id + "/retry").expect(200).text("/state"))
                .isEqualTo("SUCCEEDED");
        eventually(() -> assertThat(purchase.booked()).containsExactlyInAnyOrder("CAPTURE", "REFUND"));
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, purchase.pay)).hasSize(2));
    }

    /** Whether the attempt after that one is waiting, or there is none. */
    private boolean due(String id, int attempt) {
        Answer refund = support().get("/v1/refunds/" + id);
        boolean waits = refund.text("/state").equals("RETRIED");
        return attempt == 3
                || waits && Instant.parse(refund.text("/nextAttemptAt")).isAfter(clock.instant());
    }

    @Test
    void a_refund_whose_answer_was_lost_is_asked_about_and_sent_once() {
        purchase.paid();
        purchase.answerRefunds("LOST").expect(200);
        String id = Purchase.newRefund();
        assertThat(purchase.refund(id, "49000.00").expect(200).text("/state")).isEqualTo("PENDING");
        clock.advance(Duration.ofSeconds(30));
        purchase.refundBecomes("SUCCEEDED");
        assertThat(purchase.refund(id, "49000.00").expect(200).text("/state")).isEqualTo("SUCCEEDED");
        eventually(() -> assertThat(purchase.booked()).containsExactlyInAnyOrder("CAPTURE", "REFUND"));
    }

    @Test
    void a_refund_told_later_ends_as_it_is_told_whatever_the_order() {
        purchase.paid();
        purchase.answerRefunds("LATER").expect(200);
        String id = Purchase.newRefund();
        assertThat(purchase.refund(id, "49000.00").expect(200).text("/state")).isEqualTo("PENDING");
        purchase.play(Map.of("type", "REFUND_SUCCEEDED", "refundId", id, "amount", Purchase.money("1.00")))
                .expect(202);
        purchase.play(Map.of(
                        "events",
                        List.of(
                                Map.of("type", "REFUND_FAILED", "refundId", id),
                                Map.of("type", "REFUND_SUCCEEDED", "refundId", id, "repeat", 3),
                                Map.of("type", "REFUND_FAILED", "refundId", id))))
                .expect(202);
        purchase.refundBecomes("SUCCEEDED");
        eventually(() -> assertThat(purchase.booked()).containsExactlyInAnyOrder("CAPTURE", "REFUND"));
    }

    @Test
    void collected_cash_is_paid_out_and_uncollected_cash_is_never_collected() {
        purchase.open("COD").expect(200);
        refund("49000.00").expectProblem(409, "REFUND_EXCEEDS_CAPTURE");
        String ful = purchase.order.withPrefix("ful").toString();
        TestEvents.tell(
                Topics.SHIPMENT,
                ful,
                ParcelDeliveredV1.TYPE,
                1,
                new ParcelDeliveredV1(
                        ful, purchase.order.toString(), Purchase.STORE.value(), "T1", true, Instant.now()));
        purchase.becomes("CAPTURED");
        assertThat(purchase.refund(Purchase.newRefund(), "49000.00").expect(200).text("/state"))
                .isEqualTo("PENDING");
        purchase.refundBecomes("SUCCEEDED");
        assertThat(purchase.payment().text("/state")).isEqualTo("PARTIALLY_REFUNDED");
        eventually(() -> assertThat(purchase.booked()).containsExactlyInAnyOrder("COLLECTION", "REFUND"));
    }

    @Test
    void the_books_are_read_by_order_or_by_payment() {
        purchase.paid();
        eventually(() -> assertThat(purchase.booked()).containsExactly("CAPTURE"));
        purchase.operator().get("/v1/ledger/transactions").expectProblem(400, "INVALID_PARAMETER");
        purchase.operator()
                .get("/v1/ledger/transactions?orderId=x&paymentId=y")
                .expectProblem(400, "INVALID_PARAMETER");
        support().get("/v1/ledger/transactions?paymentId=" + purchase.pay).expectProblem(403, "FORBIDDEN");
        support().get("/v1/ledger/reconciliation?currency=IDR").expectProblem(403, "FORBIDDEN");
        Answer books = purchase.operator()
                .get("/v1/ledger/reconciliation?currency=IDR")
                .expect(200);
        assertThat(books.json("/balanced").asBoolean()).isTrue();
        assertThat(books.text("/clearing/currency")).isEqualTo("IDR");
    }
}
