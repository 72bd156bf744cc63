package io.niaga.loyalty;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.loyalty.coupon.CouponId;
import io.niaga.loyalty.coupon.CouponUses;
import io.niaga.loyalty.coupon.Coupons;
import io.niaga.loyalty.coupon.Hold;
import io.niaga.loyalty.coupon.HoldId;
import io.niaga.loyalty.coupon.Holds;
import io.niaga.loyalty.coupon.SettleUses;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.testsupport.Told;
import io.niaga.types.Money;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
class LoyaltyIT {
    private static final StoreId STORE = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");
    private static final StoreId OTHER = StoreId.of("sto_01h455vb4pex5vsknk084sn02r");

    @Autowired
    Api api;

    @Autowired
    CouponUses uses;

    @Autowired
    Coupons coupons;

    @Autowired
    Holds holds;

    @Autowired
    MongoTemplate mongo;

    private Api marketer;
    private Api orders;
    private String code;

    @BeforeEach
    void a_store() {
        marketer = api.as(TestTokens.member(Role.MARKETER, STORE));
        orders = api.as(TestTokens.service("order-service"));
        code = "C" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    private Map<String, Object> coupon(Object total, int perCustomer) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "storeId",
                STORE.value(),
                "code",
                code,
                "type",
                "PERCENTAGE",
                "percentage",
                "10.00",
                "perCustomerLimit",
                perCustomer));
        body.put("totalLimit", total);
        return body;
    }

    private Answer issue(Object total, int perCustomer) {
        return marketer.once(UUID.randomUUID().toString()).post("/v1/coupons", coupon(total, perCustomer));
    }

    private static TypeId order() {
        return new TypeId("ord", UUID.randomUUID());
    }

    private Answer hold(TypeId order, String customer, long fence) {
        return orders.put(
                "/internal/v1/coupon-holds/" + order.withPrefix("hld"),
                Map.of(
                        "couponCode",
                        code,
                        "orderId",
                        order.toString(),
                        "storeId",
                        STORE.value(),
                        "customerKey",
                        customer,
                        "amount",
                        Map.of("amount", "10.00", "currency", "IDR"),
                        "fence",
                        fence));
    }

    private Answer giveBack(TypeId order, long fence) {
        return orders.delete("/internal/v1/coupon-holds/" + order.withPrefix("hld") + "?fence=" + fence);
    }

    private int left(String couponId) {
        return marketer.get("/v1/coupons/" + couponId).expect(200).json("/left").asInt();
    }

    private Answer evaluate(String customer, Object couponCode, long points) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "storeId",
                STORE.value(),
                "currency",
                "IDR",
                "customerKey",
                customer,
                "usePoints",
                points,
                "lines",
                List.of(Map.of(
                        "line",
                        1,
                        "sku",
                        "A",
                        "quantity",
                        2,
                        "total",
                        Map.of("amount", "100.00", "currency", "IDR")))));
        body.put("couponCode", couponCode);
        return orders.post("/internal/v1/evaluations", body);
    }

    @Test
    void a_coupon_is_issued_once_per_key_and_code_and_told_to_the_audit() {
        String key = UUID.randomUUID().toString();
        Answer first = marketer.once(key).post("/v1/coupons", coupon(50, 1)).expect(201);
        Answer again = marketer.once(key).post("/v1/coupons", coupon(50, 1)).expect(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        marketer.once(key).post("/v1/coupons", coupon(51, 1)).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        issue(50, 1).expectProblem(409, "COUPON_CODE_TAKEN");
        marketer.post("/v1/coupons", coupon(50, 1)).expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
        assertThat(marketer.get("/v1/coupons?store=" + STORE)
                        .expect(200)
                        .json("/items")
                        .size())
                .isPositive();
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, first.text("/id")))
                .extracting(Told::type)
                .containsExactly("audit.recorded.v1"));
    }

    @Test
    void only_the_stores_marketing_issues_coupons() {
        for (var token : List.of(
                TestTokens.member(Role.SELLER, STORE),
                TestTokens.member(Role.WAREHOUSE, STORE),
                TestTokens.customer())) {
            api.as(token).once("k").post("/v1/coupons", coupon(1, 1)).expectProblem(403, "FORBIDDEN");
        }
        api.as(TestTokens.member(Role.MARKETER, OTHER))
                .once("k")
                .post("/v1/coupons", coupon(1, 1))
                .expectProblem(404, "NOT_FOUND");
        api.once("k").post("/v1/coupons", coupon(1, 1)).expectProblem(401, "UNAUTHENTICATED");
        String id = issue(1, 1).expect(201).text("/id");
        api.as(TestTokens.member(Role.MARKETER, OTHER)).get("/v1/coupons/" + id).expectProblem(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10000001", "\"5\"", "1.5"})
    void impossible_limits_are_refused(String total) {
        String body = """
                {"storeId":"%s","code":"%s","type":"PERCENTAGE","percentage":"10","totalLimit":%s}""".formatted(STORE, code, total);
        marketer.once("k")
                .send("POST", "/v1/coupons", "application/json", body.getBytes(StandardCharsets.UTF_8))
                .expectProblem(400, "INVALID_REQUEST");
    }

    @Test
    void the_total_is_never_passed_however_many_come_at_once() throws Exception {
        String id = issue(50, 1).expect(201).text("/id");
        List<Integer> statuses =
                atOnce(200, i -> hold(order(), "customer-" + i, 1).status());
        assertThat(statuses.stream().filter(s -> s == 200)).hasSize(50);
        assertThat(statuses.stream().filter(s -> s == 409)).hasSize(150);
        assertThat(left(id)).isZero();
        assertThat(uses.tracesBefore(Instant.now().plusSeconds(60), 100))
                .filteredOn(t -> t.coupon().equals(CouponId.of(id)))
                .isEmpty();
    }

    @Test
    void the_limit_of_a_customer_holds_for_guests_too() throws Exception {
        issue(null, 2).expect(201);
        List<Integer> statuses = atOnce(20, i -> hold(order(), "same-guest", 1).status());
        assertThat(statuses.stream().filter(s -> s == 200)).hasSize(2);
        hold(order(), "another-guest", 1).expect(200);
    }

    @Test
    void the_same_order_takes_one_use_however_often_it_asks() throws Exception {
        String id = issue(10, 1).expect(201).text("/id");
        TypeId order = order();
        atOnce(20, i -> hold(order, "someone", 1).status());
        hold(order, "someone", 1).expect(200);
        assertThat(left(id)).isEqualTo(9);
    }

    @Test
    void a_use_given_back_can_be_taken_again_and_only_once() throws Exception {
        String id = issue(1, 1).expect(201).text("/id");
        TypeId order = order();
        hold(order, "someone", 1).expect(200);
        hold(order(), "else", 1).expectProblem(409, "COUPON_EXHAUSTED");
        atOnce(10, i -> giveBack(order, 3).status());
        assertThat(giveBack(order, 3).expect(200).text("/state")).isEqualTo("GIVEN_BACK");
        assertThat(left(id)).isEqualTo(1);
        hold(order, "someone", 2).expectProblem(409, "FENCED");
        hold(order, "someone", 3).expectProblem(409, "FENCED");
        hold(order, "someone", 5).expect(200);
        assertThat(left(id)).isZero();
    }

    @Test
    void a_use_whose_trace_was_left_behind_is_given_back_once() {
        String id = issue(1, 1).expect(201).text("/id");
        TypeId order = order();
        hold(order, "someone", 1).expect(200);
        // Whoever took it died before the trace of the taking was removed.
        Date longAgo = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
        Document trace = new Document("id", order.withPrefix("hld") + "/1").append("at", longAgo);
        mongo.getCollection("coupon_counters").updateOne(Filters.eq("_id", id), Updates.push("ops", trace));
        giveBack(order, 3).expect(200);
        new SettleUses(holds, uses, Clock.systemUTC()).settle();
        assertThat(left(id)).isEqualTo(1);
        hold(order, "someone", 5).expect(200);
        assertThat(left(id)).isZero();
        hold(order(), "else", 1).expectProblem(409, "COUPON_EXHAUSTED");
    }

    @Test
    void giving_back_what_was_never_taken_leaves_a_tombstone() {
        issue(1, 1).expect(201);
        TypeId order = order();
        assertThat(giveBack(order, 3).expect(200).text("/state")).isEqualTo("GIVEN_BACK");
        hold(order, "someone", 1).expectProblem(409, "FENCED");
        giveBack(order, 2).expectProblem(409, "FENCED");
    }

    @Test
    void a_refused_hold_stays_refused_and_takes_nothing() {
        String id = issue(1, 1).expect(201).text("/id");
        hold(order(), "someone", 1).expect(200);
        TypeId refused = order();
        hold(refused, "else", 1).expectProblem(409, "COUPON_EXHAUSTED");
        hold(refused, "else", 1).expectProblem(409, "COUPON_EXHAUSTED");
        assertThat(giveBack(refused, 2).expect(200).text("/state")).isEqualTo("GIVEN_BACK");
        assertThat(left(id)).isZero();
    }

    @Test
    void an_evaluation_says_what_the_coupon_takes_off() {
        String id = issue(1, 1).expect(201).text("/id");
        Answer found =
                evaluate("someone", code.toLowerCase(java.util.Locale.ROOT), 0).expect(200);
        assertThat(found.text("/couponId")).isEqualTo(id);
        assertThat(found.text("/discounts/0/amount/amount")).isEqualTo("10.00");
        evaluate("someone", "NOBODY-KNOWS", 0).expectProblem(404, "COUPON_UNKNOWN");
        evaluate("someone", "!", 0).expectProblem(404, "COUPON_UNKNOWN");
        evaluate("someone", null, 5).expectProblem(409, "POINTS_UNAVAILABLE");
        hold(order(), "someone", 1).expect(200);
        evaluate("someone", code, 0).expectProblem(409, "COUPON_EXHAUSTED");
    }

    @Test
    void a_revoked_coupon_is_not_active() {
        String id = issue(5, 1).expect(201).text("/id");
        marketer.post("/v1/coupons/" + id + "/revocation").expect(200);
        assertThat(marketer.post("/v1/coupons/" + id + "/revocation")
                        .expect(200)
                        .text("/state"))
                .isEqualTo("REVOKED");
        evaluate("someone", code, 0).expectProblem(409, "COUPON_NOT_ACTIVE");
        hold(order(), "someone", 1).expectProblem(409, "COUPON_NOT_ACTIVE");
    }

    @Test
    void a_confirmed_order_redeems_and_a_cancelled_one_gives_back() {
        issue(5, 1).expect(201);
        TypeId order = order();
        hold(order, "someone", 1).expect(200);
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed(order, null, code));
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed(order, null, code));
        String holdId = order.withPrefix("hld").toString();
        eventually(() -> assertThat(TestEvents.told(Topics.LOYALTY, holdId))
                .extracting(Told::type)
                .containsExactly("coupon.redeemed.v1"));
        giveBack(order, 4).expect(200);
        eventually(() -> assertThat(TestEvents.told(Topics.LOYALTY, holdId))
                .extracting(Told::type)
                .containsExactly("coupon.redeemed.v1", "coupon.given-back.v1"));
    }

    @Test
    void a_use_comes_back_once_when_events_and_commands_race() throws Exception {
        String id = issue(1, 1).expect(201).text("/id");
        for (int round = 1; round <= 8; round++) {
            TypeId order = order();
            hold(order, "someone", 1).expect(200);
            int told = round;
            atOnce(12, i -> {
                if (i % 3 == 0) {
                    TestEvents.tell(
                            Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, told, confirmed(order, null, code));
                    return 200;
                }
                return giveBack(order, i % 3 == 1 ? 3 : 5).status();
            });
            assertThat(giveBack(order, 5).expect(200).text("/state")).isEqualTo("GIVEN_BACK");
            assertThat(left(id)).as("round %s", round).isEqualTo(1);
            evaluate("someone", code, 0).expect(200);
        }
        hold(order(), "someone", 1).expect(200);
        hold(order(), "someone", 1).expectProblem(409, "COUPON_EXHAUSTED");
    }

    @Test
    void somebody_who_wakes_up_while_giving_back_does_not_free_the_use_of_a_revived_order() {
        CouponId coupon = CouponId.of(issue(10, 1).expect(201).text("/id"));
        TypeId order = order();
        hold(order, "someone", 1).expect(200);
        Hold frozen = holds.find(HoldId.ofOrder(order.toString())).orElseThrow();
        giveBack(order, 3).expect(200);
        hold(order, "someone", 5).expect(200);
        uses.unclaim(coupons.find(coupon).orElseThrow().terms(), frozen);
        hold(order(), "someone", 1).expectProblem(409, "COUPON_EXHAUSTED");
    }

    @Test
    void a_confirmation_that_comes_after_the_end_redeems_nothing() {
        String id = issue(1, 1).expect(201).text("/id");
        TypeId order = order();
        hold(order, "someone", 1).expect(200);
        giveBack(order, 3).expect(200);
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed(order, null, code));
        TypeId next = order();
        hold(next, "someone", 1).expect(200);
        TestEvents.tell(Topics.ORDER, next.toString(), OrderConfirmedV1.TYPE, 2, confirmed(next, null, code));
        eventually(() -> assertThat(
                        TestEvents.told(Topics.LOYALTY, next.withPrefix("hld").toString()))
                .hasSize(1));
        assertThat(holds.find(HoldId.ofOrder(order.toString())).orElseThrow().state())
                .isEqualTo(Hold.HoldState.GIVEN_BACK);
        assertThat(left(id)).isZero();
    }

    @Test
    void a_member_sees_points_come_and_their_ledger() {
        UserId user = UserId.ofSubject(UUID.randomUUID());
        Api buyer = api.as(TestTokens.customer(user));
        assertThat(buyer.get("/v1/members/me")
                        .expect(200)
                        .json("/points/active")
                        .asLong())
                .isZero();
        TypeId order = order();
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed(order, user, null));
        eventually(() -> assertThat(
                        buyer.get("/v1/members/me").json("/points/pending").asLong())
                .isEqualTo(400));
        var completed = new OrderCompletedV1(
                order.toString(), "N", STORE.value(), "Asia/Jakarta", user.value(), List.of(), totals(), Instant.now());
        TestEvents.tell(Topics.ORDER, order.toString(), OrderCompletedV1.TYPE, 5, completed);
        TestEvents.tell(Topics.ORDER, order.toString(), OrderCompletedV1.TYPE, 5, completed);
        eventually(() -> assertThat(
                        buyer.get("/v1/members/me").json("/points/active").asLong())
                .isEqualTo(400));
        eventually(() -> assertThat(
                        buyer.get("/v1/members/me/ledger?limit=1").expect(200).text("/items/0/type"))
                .isEqualTo("EARNED"));
        String next = buyer.get("/v1/members/me/ledger?limit=1").text("/nextCursor");
        assertThat(buyer.get("/v1/members/me/ledger?limit=1&after=" + next)
                        .expect(200)
                        .text("/items/0/type"))
                .isEqualTo("PENDING");
        buyer.get("/v1/members/me/ledger?after=x").expectProblem(400, "INVALID_PARAMETER");
    }

    @Test
    void malformed_unknown_and_guest_orders_do_not_stop_the_next_one() {
        UserId user = UserId.ofSubject(UUID.randomUUID());
        TypeId order = order();
        String key = order.toString();
        TestEvents.send(
                Topics.ORDER,
                key,
                TestEvents.envelope(key, OrderConfirmedV1.TYPE, 1),
                "{".getBytes(StandardCharsets.UTF_8));
        TestEvents.send(
                Topics.ORDER,
                key,
                TestEvents.envelope(key, "order.confirmed.v9", 2),
                "{}".getBytes(StandardCharsets.UTF_8));
        TestEvents.tell(Topics.ORDER, key, OrderConfirmedV1.TYPE, 3, confirmed(order, null, null));
        TypeId cancelled = order();
        TestEvents.tell(
                Topics.ORDER,
                cancelled.toString(),
                OrderCancelledV1.TYPE,
                4,
                new OrderCancelledV1(
                        cancelled.toString(),
                        "N",
                        STORE.value(),
                        "Asia/Jakarta",
                        user.value(),
                        "CHANGED_MIND",
                        "CONFIRMED",
                        null,
                        null,
                        totals(),
                        Instant.now(),
                        Instant.now()));
        TestEvents.tell(Topics.ORDER, key, OrderConfirmedV1.TYPE, 5, confirmed(order, user, null));
        Api buyer = api.as(TestTokens.customer(user));
        eventually(() -> assertThat(
                        buyer.get("/v1/members/me").json("/points/pending").asLong())
                .isEqualTo(400));
    }

    @Test
    void nobody_reads_another_members_points() {
        UserId user = UserId.ofSubject(UUID.randomUUID());
        String path = "/v1/members/" + new TypeId("mem", user.subject());
        api.as(TestTokens.customer()).get(path).expectProblem(404, "NOT_FOUND");
        api.get("/v1/members/me").expectProblem(401, "UNAUTHENTICATED");
        api.as(TestTokens.operator()).get(path + "/ledger").expect(200);
    }

    private static OrderTotalsV1 totals() {
        return new OrderTotalsV1(
                Money.of("500000.00", "IDR"),
                Money.of("100000.00", "IDR"),
                Money.of("20000.00", "IDR"),
                Money.of("41621.62", "IDR"),
                Money.of("420000.00", "IDR"));
    }

    private static OrderConfirmedV1 confirmed(TypeId order, UserId user, String coupon) {
        return new OrderConfirmedV1(
                order.toString(),
                "N",
                STORE.value(),
                "Asia/Jakarta",
                user == null ? null : user.value(),
                List.of(),
                totals(),
                coupon,
                order.withPrefix("pay").toString(),
                order.withPrefix("rsv").toString(),
                false,
                "sandbox",
                "REG",
                Instant.now(),
                Instant.now(),
                Instant.now());
    }

    private static <T> List<T> atOnce(int times, java.util.function.IntFunction<T> call) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls = IntStream.range(0, times)
                    .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                    .toList();
            return pool.invokeAll(calls).stream().map(f -> f.resultNow()).collect(Collectors.toList());
        }
    }
}
