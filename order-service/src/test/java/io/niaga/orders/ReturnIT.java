package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.events.Topics;
import io.niaga.orders.offer.PriceMemory;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class ReturnIT {
    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    PriceMemory prices;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void neighbours() {
        Surrounding.everythingWorks();
        prices.forgetAll();
    }

    @Test
    void what_a_guest_sends_back_is_restocked_and_paid_back() {
        Shopper.Placed order = Deliveries.delivered(Shopper.guest(api).fill().place(), clock.instant());
        Answer asked = ask(order, line(Surrounding.SHIRT, 2, "DAMAGED"), line(Surrounding.SARONG, 1, "CHANGED_MIND"))
                .expect(201);
        String id = asked.text("/id");
        assertThat(asked.location()).isEqualTo("/v1/returns/" + id);
        assertThat(asked.text("/state")).isEqualTo("REQUESTED");
        assertThat(asked.text("/note")).isEqualTo("Too small");
        assertThat(asked.text("/lines/0/reason")).isEqualTo("DAMAGED");

        assertThat(say(staff(Role.SUPPORT), id, "approval", null).expect(200).text("/state"))
                .isEqualTo("APPROVED");
        assertThat(say(staff(Role.WAREHOUSE), id, "receipt", null).expect(200).text("/state"))
                .isEqualTo("RECEIVED");
        Answer settled = say(staff(Role.WAREHOUSE), id, "inspection", counts(1, 1, 0, true))
                .expect(200);
        assertThat(settled.text("/state")).isEqualTo("SETTLED");
        assertThat(settled.text("/refund/amount/amount")).isEqualTo("648000.00");
        assertThat(settled.text("/refund/shipping/amount"))
                .as("somebody changed their mind")
                .isEqualTo("0.00");
        assertThat(settled.text("/refund/tax/amount")).isEqualTo("64216.21");
        assertThat(settled.text("/refund/state")).isEqualTo("SUCCEEDED");
        assertThat(settled.text("/lines/0/found/damaged")).isEqualTo("1");
        Neighbours.server()
                .verify(
                        exactly(1),
                        putRequestedFor(urlPathEqualTo("/fulfillment/internal/v1/restocks/" + id))
                                .withRequestBody(equalToJson(
                                        "{\"orderId\":\"" + order.id() + "\",\"storeId\":\"" + Surrounding.STORE
                                                + "\",\"reservationId\":\"" + order.derived("rsv")
                                                + "\",\"lines\":[{\"line\":1,\"sku\":\"" + Surrounding.SHIRT
                                                + "\",\"resellable\":1,\"damaged\":1},{\"line\":2,\"sku\":\""
                                                + Surrounding.SARONG + "\",\"resellable\":1,\"damaged\":0}]}",
                                        true,
                                        true)));
        Neighbours.server()
                .verify(
                        exactly(1),
                        putRequestedFor(urlPathEqualTo("/payment/internal/v1/refunds/rfd" + id.substring(3)))
                                .withRequestBody(equalToJson(
                                        "{\"paymentId\":\"" + order.derived("pay") + "\",\"orderId\":\"" + order.id()
                                                + "\",\"reason\":\"RETURNED\",\"amount\":"
                                                + Surrounding.money("648000.00") + ",\"goods\":"
                                                + Surrounding.money("648000.00") + "}",
                                        true,
                                        true)));
        shown(order);
        told(order, id);
    }

    private static void shown(Shopper.Placed order) {
        Answer after = order.show();
        assertThat(after.text("/lines/0/delivered")).isEqualTo("2");
        assertThat(after.text("/lines/0/returned")).isEqualTo("2");
        assertThat(after.text("/lines/0/refunded")).isEqualTo("2");
        assertThat(after.text("/lines/0/returnable")).isEqualTo("0");
        assertThat(after.text("/payment/refunded/amount")).isEqualTo("648000.00");
        assertThat(after.text("/payment/state")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(order.timeline())
                .endsWith(
                        "RETURN_REQUESTED",
                        "RETURN_APPROVED",
                        "RETURN_RECEIVED",
                        "RETURN_INSPECTED",
                        "REFUNDED",
                        "RETURN_SETTLED");
    }

    private void told(Shopper.Placed order, String id) {
        eventually(() -> {
            List<Told> told = TestEvents.told(Topics.ORDER, order.id());
            assertThat(told)
                    .extracting(Told::type)
                    .endsWith("return.requested.v1", "return.approved.v1", "return.received.v1", "return.settled.v1");
            assertThat(told.getLast().text("/refundId")).isEqualTo("rfd" + id.substring(3));
            assertThat(told.getLast().text("/goods/amount")).isEqualTo("648000.00");
            assertThat(told.getLast().text("/lines/0/quantity")).isEqualTo("2");
            assertThat(told.getLast().body().toString()).doesNotContain("Too small");
        });
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, order.id()))
                .extracting(entry -> entry.text("/action") + " " + entry.text("/changes/0/to"))
                .containsExactly("return:decide APPROVED", "return:receive RECEIVED", "return:receive INSPECTED"));
    }

    @Test
    void each_does_their_part_and_nobody_elses() {
        Shopper.Placed order = Deliveries.delivered(Shopper.buyer(api).fill().place(), clock.instant());
        Map<String, Object> body = body(order.id(), line(Surrounding.SHIRT, 1, "DEFECTIVE"));
        api.as(TestTokens.customer()).once("x").post("/v1/returns", body).expectProblem(404, "ORDER_UNKNOWN");
        staff(Role.MARKETER).once("x").post("/v1/returns", body).expectProblem(404, "ORDER_UNKNOWN");
        for (Role readsTheOrder : List.of(Role.WAREHOUSE, Role.SELLER, Role.ANALYST)) {
            staff(readsTheOrder).once("x").post("/v1/returns", body).expectProblem(403, "FORBIDDEN");
        }
        order.api().post("/v1/returns", body).expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
        String id =
                order.api().once("one").post("/v1/returns", body).expect(201).text("/id");
        Answer again = order.api().once("one").post("/v1/returns", body).expect(201);
        assertThat(again.text("/id")).isEqualTo(id);
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");

        String path = "/v1/returns/" + id;
        order.api().get(path).expect(200);
        staff(Role.WAREHOUSE).get(path).expect(200);
        staff(Role.ANALYST).get(path).expectProblem(404, "RETURN_UNKNOWN");
        api.as(TestTokens.customer()).get(path).expectProblem(404, "RETURN_UNKNOWN");
        api.as(TestTokens.member(Role.SUPPORT, Surrounding.OTHER)).get(path).expectProblem(404, "RETURN_UNKNOWN");
        api.get("/v1/returns/ret_" + "0".repeat(26)).expectProblem(404, "RETURN_UNKNOWN");
        for (String verb : List.of("approval", "receipt")) {
            say(order.api(), id, verb, null).expectProblem(403, "FORBIDDEN");
        }
        say(staff(Role.WAREHOUSE), id, "approval", null).expectProblem(403, "FORBIDDEN");
        say(staff(Role.SUPPORT), id, "receipt", null).expectProblem(403, "FORBIDDEN");
        say(staff(Role.WAREHOUSE), id, "cancellation", null).expectProblem(403, "FORBIDDEN");
        say(staff(Role.SUPPORT), id, "settlement", Map.of()).expectProblem(403, "FORBIDDEN");
        say(staff(Role.ADMINISTRATOR), id, "refusal", Map.of("reason", "")).expectProblem(400, "INVALID_REQUEST");
        Answer refused = say(staff(Role.ADMINISTRATOR), id, "refusal", Map.of("reason", "It was worn"))
                .expect(200);
        assertThat(refused.text("/refusal/reason")).isEqualTo("It was worn");
        say(staff(Role.SUPPORT), id, "approval", null).expectProblem(409, "RETURN_STATE_CONFLICT");
        assertThat(order.show().text("/lines/0/returnable")).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPPORT", "ADMINISTRATOR"})
    void a_return_is_asked_for_and_called_off_for_somebody_on_the_telephone_and_that_is_audited(Role role) {
        Shopper.Placed order = Deliveries.delivered(Shopper.guest(api).fill().place(), clock.instant());
        Map<String, Object> body = body(order.id(), line(Surrounding.SHIRT, 1, "DEFECTIVE"));
        api.as(TestTokens.member(role, Surrounding.OTHER))
                .once("x")
                .post("/v1/returns", body)
                .expectProblem(404, "ORDER_UNKNOWN");
        String id = staff(role).once("x").post("/v1/returns", body).expect(201).text("/id");
        assertThat(order.api().get("/v1/returns/" + id).expect(200).text("/state"))
                .isEqualTo("REQUESTED");

        say(api.as(TestTokens.member(role, Surrounding.OTHER)), id, "cancellation", null)
                .expectProblem(404, "RETURN_UNKNOWN");
        assertThat(say(staff(role), id, "cancellation", null).expect(200).text("/state"))
                .isEqualTo("CANCELLED");
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, order.id()))
                .extracting(entry -> entry.text("/action") + " " + entry.text("/changes/0/to"))
                .containsExactly("return:request REQUESTED", "return:cancel CANCELLED"));
    }

    @Test
    void what_the_rules_refuse_is_told() {
        Shopper.Placed young = Shopper.guest(api).fill().place();
        ask(young, line(Surrounding.SHIRT, 1, "DAMAGED")).expectProblem(409, "ORDER_NOT_RETURNABLE");
        assertThat(young.show().json("/returnableUntil").isNull()).isTrue();
        Shopper.Placed order = Deliveries.delivered(young, clock.instant());
        Answer tooMany =
                ask(order, line(Surrounding.SHIRT, 3, "DAMAGED")).expectProblem(409, "RETURN_EXCEEDS_DELIVERED");
        assertThat(tooMany.text("/params/returnable")).isEqualTo("2");
        ask(order, line("NO-SUCH", 1, "DAMAGED")).expectProblem(409, "RETURN_LINE_UNKNOWN");
        ask(order, line(Surrounding.SHIRT, 0, "DAMAGED")).expectProblem(400, "INVALID_REQUEST");
        ask(order, line(Surrounding.SHIRT, 1, "WHIM")).expectProblem(400, "INVALID_REQUEST");
        Answer twice = ask(order, line(Surrounding.SHIRT, 1, "DAMAGED"), line(Surrounding.SHIRT, 1, "DEFECTIVE"))
                .expectProblem(400, "INVALID_REQUEST");
        assertThat(twice.text("/errors/0/pointer")).isEqualTo("/lines/1/sku");

        String id =
                ask(order, line(Surrounding.SHIRT, 2, "DAMAGED")).expect(201).text("/id");
        say(staff(Role.ADMINISTRATOR), id, "approval", null).expect(200);
        say(staff(Role.ADMINISTRATOR), id, "receipt", null).expect(200);
        say(staff(Role.WAREHOUSE), id, "inspection", counts(1, 0, 0, false))
                .expectProblem(409, "INSPECTION_INCOMPLETE");
        say(staff(Role.ADMINISTRATOR), id, "settlement", Map.of()).expectProblem(409, "RETURN_STATE_CONFLICT");
        Answer inTime = order.show();
        assertThat(inTime.text("/lines/1/returnable")).isEqualTo("1");
        clock.advance(Duration.ofDays(30));
        Answer over = ask(order, line(Surrounding.SARONG, 1, "DAMAGED")).expectProblem(409, "RETURN_WINDOW_OVER");
        assertThat(inTime.text("/returnableUntil")).isEqualTo(over.text("/params/until"));
        Answer late = order.show();
        assertThat(late.text("/lines/1/returnable")).isEqualTo("0");
        assertThat(late.etag()).as("what is shown is different").isNotEqualTo(inTime.etag());
    }

    @Test
    void an_order_has_fifty_returns_and_no_more() {
        Shopper.Placed order = Deliveries.delivered(Shopper.guest(api).fill().place(), clock.instant());
        for (int i = 0; i < 50; i++) {
            String id = ask(order, line(Surrounding.SHIRT, 2, "DAMAGED"))
                    .expect(201)
                    .text("/id");
            say(order.api(), id, "cancellation", null).expect(200);
        }
        Answer refused = ask(order, line(Surrounding.SHIRT, 1, "DAMAGED")).expectProblem(409, "RETURNS_TOO_MANY");
        assertThat(refused.text("/params/limit")).isEqualTo("50");
    }

    @Test
    void the_last_unit_is_returned_once_however_many_ask() throws Exception {
        Shopper.Placed order = Deliveries.delivered(Shopper.buyer(api).fill().place(), clock.instant());
        Callable<Answer> ask = () -> ask(order, line(Surrounding.SARONG, 1, "CHANGED_MIND"));
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = crowd
                    .invokeAll(Stream.generate(() -> ask).limit(8).toList())
                    .stream()
                    .map(ReturnIT::status)
                    .toList();
            assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    private static int status(Future<Answer> answer) {
        try {
            return answer.get().status();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void silence_is_202_and_goes_on_by_itself_until_it_is_settled() {
        String id = arrived();
        Surrounding.stub(put(urlPathMatching(Surrounding.RESTOCK)), Surrounding.broken());
        assertThat(say(staff(Role.WAREHOUSE), id, "inspection", counts(2, 0, 0, false))
                        .expect(202)
                        .text("/state"))
                .isEqualTo("INSPECTED");
        Surrounding.everythingWorks();
        eventually(
                () -> assertThat(staff(Role.WAREHOUSE).get("/v1/returns/" + id).text("/state"))
                        .isEqualTo("SETTLED"));
        Neighbours.server().verify(exactly(1), putRequestedFor(urlPathMatching(Surrounding.REFUND)));
    }

    @Test
    void money_on_its_way_settles_when_payment_tells_that_it_arrived() {
        String id = arrived();
        Surrounding.stub(put(urlPathMatching(Surrounding.REFUND)), okJson("{\"id\":\"rfd\",\"state\":\"PENDING\"}"));
        Answer waiting = say(staff(Role.WAREHOUSE), id, "inspection", counts(2, 0, 0, false))
                .expect(202);
        String order = waiting.text("/orderId");
        TestEvents.tell(
                Topics.PAYMENT,
                "pay" + order.substring(3),
                "refund.succeeded.v1",
                9,
                Map.of(
                        "refundId",
                        "rfd" + id.substring(3),
                        "paymentId",
                        "pay" + order.substring(3),
                        "orderId",
                        order,
                        "storeId",
                        Surrounding.STORE.value(),
                        "amount",
                        Map.of("amount", "498000.00", "currency", "IDR"),
                        "at",
                        clock.instant().toString()));
        eventually(
                () -> assertThat(staff(Role.WAREHOUSE).get("/v1/returns/" + id).text("/state"))
                        .isEqualTo("SETTLED"));
    }

    @Test
    void a_refund_beyond_what_was_paid_waits_for_a_person_who_sees_it_in_a_list() {
        String id = arrived();
        double before = stuck();
        Surrounding.stub(
                put(urlPathMatching(Surrounding.REFUND)), Surrounding.refused(409, "REFUND_EXCEEDS_CAPTURE", "{}"));
        Answer waiting = say(staff(Role.WAREHOUSE), id, "inspection", counts(2, 0, 0, false))
                .expect(200);
        assertThat(waiting.text("/state")).isEqualTo("INSPECTED");
        assertThat(waiting.text("/attention/reason")).isEqualTo("REFUND_EXCEEDS_CAPTURE");
        assertThat(stuck()).isEqualTo(before + 1);
        String list = "/v1/returns?store=" + Surrounding.STORE + "&attention=true";
        eventually(() -> assertThat(ids(staff(Role.SUPPORT).get(list))).contains(id));
        Surrounding.everythingWorks();
        Map<String, Object> more = Map.of("refund", Map.of("amount", "498000.01", "currency", "IDR"));
        say(staff(Role.ADMINISTRATOR), id, "settlement", more).expectProblem(409, "SETTLEMENT_EXCEEDS_WORTH");
        Map<String, Object> less = Map.of("refund", Map.of("amount", "100.00", "currency", "IDR"));
        Answer settled = say(staff(Role.ADMINISTRATOR), id, "settlement", less).expect(200);
        assertThat(settled.text("/state")).isEqualTo("SETTLED");
        assertThat(settled.text("/refund/amount/amount")).isEqualTo("100.00");
        eventually(() -> assertThat(ids(staff(Role.SUPPORT).get(list))).doesNotContain(id));
    }

    @Test
    void buyers_see_which_of_their_own_wait_for_a_person() {
        Shopper.Placed order = Deliveries.delivered(Shopper.buyer(api).fill().place(), clock.instant());
        String waiting = ask(order, line(Surrounding.SARONG, 1, "MISSING")).text("/id");
        String other = ask(order, line(Surrounding.SHIRT, 1, "DAMAGED")).text("/id");
        Surrounding.stub(
                put(urlPathMatching(Surrounding.REFUND)), Surrounding.refused(409, "REFUND_EXCEEDS_CAPTURE", "{}"));
        say(staff(Role.ADMINISTRATOR), waiting, "approval", null).expect(200);
        eventually(() -> assertThat(ids(order.api().get("/v1/returns"))).contains(waiting, other));
        eventually(() ->
                assertThat(ids(order.api().get("/v1/returns?attention=true"))).containsExactly(waiting));
        assertThat(ids(order.api().get("/v1/returns?attention=true&state=REQUESTED")))
                .isEmpty();
        assertThat(ids(order.api().get("/v1/returns?state=REQUESTED"))).containsExactly(other);
    }

    private double stuck() {
        return meters.counter("niaga.orders.returns.attention", "reason", "REFUND_EXCEEDS_CAPTURE")
                .count();
    }

    @Test
    void buyers_list_their_own_and_staff_their_stores_and_a_request_nobody_answers_shows_up() {
        Shopper.Placed order = Deliveries.delivered(Shopper.buyer(api).fill().place(), clock.instant());
        String first = ask(order, line(Surrounding.SHIRT, 1, "DAMAGED")).text("/id");
        clock.advance(Duration.ofSeconds(1));
        String second = ask(order, line(Surrounding.SHIRT, 1, "DAMAGED")).text("/id");
        eventually(() -> assertThat(ids(order.api().get("/v1/returns"))).containsExactly(second, first));
        Answer page = order.api().get("/v1/returns?limit=1").expect(200);
        assertThat(ids(order.api().get("/v1/returns?limit=1&after=" + page.text("/nextCursor"))))
                .containsExactly(first);
        assertThat(ids(order.api().get("/v1/returns?state=REQUESTED"))).containsExactly(second, first);
        assertThat(ids(order.api().get("/v1/returns?state=SETTLED"))).isEmpty();
        assertThat(ids(order.api().get("/v1/returns?attention=true"))).isEmpty();
        String list = "/v1/returns?store=" + Surrounding.STORE + "&limit=100";
        assertThat(ids(staff(Role.SUPPORT).get(list + "&state=REQUESTED"))).contains(first, second);
        assertThat(ids(staff(Role.SUPPORT).get(list + "&state=SETTLED"))).doesNotContain(first);
        order.api().get(list).expectProblem(404, "NOT_FOUND");
        staff(Role.ANALYST).get(list).expectProblem(403, "FORBIDDEN");
        api.get("/v1/returns").expectProblem(401, "UNAUTHENTICATED");

        say(order.api(), second, "cancellation", null).expect(200);
        clock.advance(Duration.ofDays(3));
        eventually(() -> assertThat(ids(staff(Role.SUPPORT).get(list + "&attention=true")))
                .contains(first)
                .doesNotContain(second));
    }

    private String arrived() {
        Shopper.Placed order = Deliveries.delivered(Shopper.buyer(api).fill().place(), clock.instant());
        String id = ask(order, line(Surrounding.SHIRT, 2, "CHANGED_MIND"))
                .expect(201)
                .text("/id");
        say(staff(Role.ADMINISTRATOR), id, "approval", null).expect(200);
        say(staff(Role.ADMINISTRATOR), id, "receipt", null).expect(200);
        return id;
    }

    private Api staff(Role role) {
        StoreId store = Surrounding.STORE;
        return api.as(TestTokens.member(role, store));
    }

    /** A line of a request. */
    private record Line(String sku, int quantity, String reason) {}

    private static Line line(String sku, int quantity, String reason) {
        return new Line(sku, quantity, reason);
    }

    private static Map<String, Object> body(String order, Line... lines) {
        return Map.of("orderId", order, "lines", List.of(lines), "note", "Too small");
    }

    private static Answer ask(Shopper.Placed order, Line... lines) {
        return order.api().once(UUID.randomUUID().toString()).post("/v1/returns", body(order.id(), lines));
    }

    private static Answer say(Api with, String id, String verb, Map<String, ?> body) {
        String path = "/v1/returns/" + id + "/" + verb;
        return body == null ? with.post(path) : with.post(path, body);
    }

    private static Map<String, Object> counts(int resellable, int damaged, int missing, boolean sarong) {
        Map<String, Object> shirts =
                Map.of("sku", Surrounding.SHIRT, "resellable", resellable, "damaged", damaged, "missing", missing);
        Map<String, Object> one = Map.of("sku", Surrounding.SARONG, "resellable", 1, "damaged", 0, "missing", 0);
        return Map.of("lines", sarong ? List.of(shirts, one) : List.of(shirts));
    }

    private static List<String> ids(Answer page) {
        return page.expect(200)
                .json("/items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
