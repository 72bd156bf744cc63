package io.niaga.reporting;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderLineV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Money;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class SalesIT {
    private static final Instant AT = Instant.parse("2026-11-24T18:30:00Z");
    private static final String PERIOD = "from=2026-11-01&to=2026-11-30";

    @Autowired
    Api api;

    private StoreId store;
    private Api analyst;

    @BeforeEach
    void a_store() {
        store = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        analyst = api.as(TestTokens.member(Role.ANALYST, store));
    }

    private Answer report() {
        return analyst.get("/v1/reports/sales?" + PERIOD + "&store=" + store).expect(200);
    }

    private static Money idr(String amount) {
        return Money.of(amount, "IDR");
    }

    private static OrderTotalsV1 totals() {
        return new OrderTotalsV1(idr("500000.00"), idr("50000.00"), idr("10000.00"), idr("45585.59"), idr("460000.00"));
    }

    private OrderConfirmedV1 confirmed(TypeId order) {
        Money zero = idr("0.00");
        var line = new OrderLineV1(1, "KMJ-1", "prd_1", 2, idr("250000.00"), zero, zero, idr("500000.00"));
        return new OrderConfirmedV1(
                order.toString(),
                "N",
                store.value(),
                "Asia/Jakarta",
                null,
                List.of(line),
                totals(),
                null,
                order.withPrefix("pay").toString(),
                order.withPrefix("rsv").toString(),
                false,
                "sandbox",
                "REG",
                AT,
                AT,
                AT);
    }

    private OrderCancelledV1 cancelled(TypeId order, String from) {
        return new OrderCancelledV1(
                order.toString(),
                "N",
                store.value(),
                "Asia/Jakarta",
                null,
                "CHANGED_MIND",
                from,
                null,
                null,
                totals(),
                AT,
                AT.plusSeconds(3600));
    }

    private static TypeId order() {
        return new TypeId("ord", UUID.randomUUID());
    }

    @Test
    void a_confirmed_order_is_a_row_of_its_stores_day_once() {
        TypeId order = order();
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed(order));
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed(order));
        eventually(() -> assertThat(report().json("/rows").size()).isEqualTo(1));
        TypeId second = order();
        TestEvents.tell(Topics.ORDER, second.toString(), OrderConfirmedV1.TYPE, 2, confirmed(second));
        eventually(() -> assertThat(report().json("/rows/0/orders").asInt()).isEqualTo(2));
        Answer report = report();
        assertThat(report.text("/rows/0/day")).isEqualTo("2026-11-25");
        assertThat(report.json("/rows/0/units").asInt()).isEqualTo(4);
        assertThat(report.text("/rows/0/gross/amount")).isEqualTo("1000000.00");
        assertThat(report.text("/rows/0/discount/amount")).isEqualTo("100000.00");
        assertThat(report.text("/rows/0/net/amount")).isEqualTo("900000.00");
        assertThat(report.text("/asOf")).isNotEmpty();
    }

    @Test
    void a_cancelled_and_refunded_order_nets_to_nothing_also_when_the_refund_is_heard_first() {
        TypeId order = order();
        String pay = order.withPrefix("pay").toString();
        var refund = new RefundSucceededV1(
                order.withPrefix("rfd").toString(), pay, order.toString(), store.value(), idr("460000.00"), null, AT);
        TestEvents.tell(Topics.PAYMENT, pay, RefundSucceededV1.TYPE, 4, refund);
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed(order));
        TestEvents.tell(Topics.ORDER, order.toString(), OrderCancelledV1.TYPE, 3, cancelled(order, "CONFIRMED"));
        eventually(() -> {
            assertThat(report().text("/rows/0/refunds/amount")).isEqualTo("460000.00");
            assertThat(report().text("/rows/0/net/amount")).isEqualTo("0.00");
        });
    }

    @Test
    void what_never_arrived_was_not_sold_with_or_without_money_to_send_back() {
        TypeId order = order();
        var failed = new OrderPromiseFailedV1(
                order.toString(),
                "N",
                store.value(),
                "Asia/Jakarta",
                null,
                "LOST",
                null,
                null,
                totals(),
                AT,
                AT.plusSeconds(3600));
        TestEvents.tell(Topics.ORDER, order.toString(), OrderPromiseFailedV1.TYPE, 5, failed);
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed(order));
        TestEvents.tell(Topics.ORDER, order.toString(), OrderPromiseFailedV1.TYPE, 5, failed);
        eventually(() -> assertThat(report().json("/rows/0/orders").asInt()).isEqualTo(1));
        eventually(() -> assertThat(report().text("/rows/0/net/amount")).isEqualTo("0.00"));
        assertThat(report().text("/rows/0/refunds/amount")).isEqualTo("0.00");
    }

    @Test
    void what_was_never_confirmed_never_counts() {
        TypeId unpaid = order();
        TypeId paid = order();
        TestEvents.tell(
                Topics.ORDER, unpaid.toString(), OrderCancelledV1.TYPE, 2, cancelled(unpaid, "AWAITING_PAYMENT"));
        TestEvents.tell(Topics.ORDER, paid.toString(), OrderConfirmedV1.TYPE, 2, confirmed(paid));
        eventually(() -> assertThat(report().json("/rows/0/orders").asInt()).isEqualTo(1));
        assertThat(report().text("/rows/0/net/amount")).isEqualTo("450000.00");
    }

    @Test
    void malformed_and_unknown_events_do_not_stop_the_next_one() {
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
        TestEvents.tell(Topics.ORDER, key, OrderConfirmedV1.TYPE, 3, confirmed(order));
        eventually(() -> assertThat(report().json("/rows").size()).isEqualTo(1));
    }

    @Test
    void the_same_numbers_come_as_csv() {
        TypeId order = order();
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed(order));
        eventually(() -> assertThat(report().json("/rows").size()).isEqualTo(1));
        String csv = analyst.with("Accept", "text/csv")
                .get("/v1/reports/sales?" + PERIOD + "&store=" + store)
                .expect(200)
                .body();
        assertThat(csv.lines())
                .containsExactly(
                        "day,currency,orders,units,gross,discount,tax,shipping,refunds,net",
                        "2026-11-25,IDR,1,2,500000.00,50000.00,45585.59,10000.00,0.00,450000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-11-30&to=2026-11-01", "from=2020-01-01&to=2022-01-02"})
    void impossible_periods_are_refused(String period) {
        analyst.get("/v1/reports/sales?" + period + "&store=" + store).expectProblem(400, "REPORT_PERIOD_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday&to=2026-11-01", "to=2026-11-01", "from=2026-02-30&to=2026-11-01"})
    void malformed_periods_are_refused(String period) {
        analyst.get("/v1/reports/sales?" + period + "&store=" + store).expectProblem(400, "INVALID_PARAMETER");
    }

    @Test
    void two_years_of_an_empty_store_are_no_rows() {
        assertThat(analyst.get("/v1/reports/sales?from=2024-11-25&to=2026-11-24&store=" + store)
                        .expect(200)
                        .json("/rows")
                        .size())
                .isZero();
    }

    @Test
    void only_the_stores_analysts_and_administrators_see_its_numbers() {
        String path = "/v1/reports/sales?" + PERIOD + "&store=" + store;
        api.get(path).expectProblem(401, "UNAUTHENTICATED");
        api.as(TestTokens.customer()).get(path).expectProblem(403, "FORBIDDEN");
        api.as(TestTokens.member(Role.SELLER, store)).get(path).expectProblem(403, "FORBIDDEN");
        StoreId other = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        api.as(TestTokens.member(Role.ADMINISTRATOR, other)).get(path).expectProblem(404, "NOT_FOUND");
        api.as(TestTokens.member(Role.ADMINISTRATOR, store)).get(path).expect(200);
        api.as(TestTokens.operator()).get(path).expect(200);
    }
}
