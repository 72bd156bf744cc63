package io.niaga.reporting;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.behaviour.CartAddedV1;
import io.niaga.events.behaviour.ProductSearchedV1;
import io.niaga.events.behaviour.ProductViewedV1;
import io.niaga.events.behaviour.SessionOrderedV1;
import io.niaga.events.orders.OrderPlacedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.events.users.StoreStateV1;
import io.niaga.reporting.conversion.CloseDays;
import io.niaga.reporting.conversion.ConversionDays;
import io.niaga.reporting.conversion.Stores;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Money;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
class ConversionIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    ConversionDays days;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Stores stores;

    private StoreId store;
    private Api analyst;
    private Instant now;
    private LocalDate today;
    private int told;

    @BeforeEach
    void a_store_in_jakarta() {
        now = clock.instant();
        today = LocalDate.ofInstant(now, ZONE);
        store = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        analyst = api.as(TestTokens.member(Role.ANALYST, store));
        called("Toko", 1);
        eventually(() -> assertThat(stores.nameOf(store)).isPresent());
    }

    private void called(String name, long sequence) {
        var state =
                new StoreStateV1(store.value(), name, "IDR", List.of("id"), ZONE.getId(), "ID", true, 1100, now, now);
        TestEvents.tell(Topics.USER, store.value(), StoreStateV1.TYPE, sequence, state);
    }

    private static String session() {
        return new TypeId("ses", UUID.randomUUID()).toString();
    }

    private void tell(String session, String type, Object body) {
        // The test's envelope derives the event's id from key and sequence.
        TestEvents.tell(Topics.BEHAVIOUR, session, type, ++told, body);
    }

    private void viewed(String session) {
        tell(session, ProductViewedV1.TYPE, new ProductViewedV1(store.value(), session, null, "prd_1", null, now));
    }

    private void added(String session) {
        tell(session, CartAddedV1.TYPE, new CartAddedV1(store.value(), session, null, "prd_1", "KMJ-1", now));
    }

    private void ordered(String session, String order) {
        tell(session, SessionOrderedV1.TYPE, new SessionOrderedV1(store.value(), session, null, order, now));
    }

    private void placed(String order, StoreId in) {
        Money zero = Money.of("0.00", "IDR");
        var totals = new OrderTotalsV1(zero, zero, zero, zero, zero);
        var placed = new OrderPlacedV1(
                order,
                "N",
                in.value(),
                ZONE.getId(),
                null,
                List.of(),
                totals,
                null,
                "CARD",
                "pay_1",
                "rsv_1",
                null,
                now);
        TestEvents.tell(Topics.ORDER, order, OrderPlacedV1.TYPE, 1, placed);
    }

    private static String order() {
        return new TypeId("ord", UUID.randomUUID()).toString();
    }

    private String path() {
        return "/v1/reports/conversion?store=" + store + "&from=" + today + "&to=" + today;
    }

    private Answer report() {
        return analyst.get(path()).expect(200);
    }

    private void eventuallyRow(String row) {
        eventually(() -> assertThat(report().json("/rows").toString()).isEqualTo("[" + row + "]"));
    }

    private String row(String figures, String cartRate, String rate) {
        String[] f = figures.split(",");
        return ("{'day':'%s','sessions':%s,'productViews':%s,'cartAdds':%s,'cartSessions':%s,'orders':%s,"
                        + "'orderSessions':%s,'addToCartRate':%s,'conversionRate':%s}")
                .formatted(today, f[0], f[1], f[2], f[3], f[4], f[5], cartRate, rate)
                .replace('\'', '"');
    }

    @Test
    void what_a_store_was_called_does_not_come_back() {
        called("Toko Baru", 5);
        eventually(() -> assertThat(stores.nameOf(store)).contains("Toko Baru"));
        stores.learn(store, "Toko Lama", ZoneOffset.UTC, 4);
        assertThat(stores.nameOf(store)).contains("Toko Baru");
        assertThat(stores.zoneOf(store)).isEqualTo(ZONE);
        stores.learn(store, "Toko Terbaru", ZONE, 6);
        assertThat(stores.nameOf(store)).contains("Toko Terbaru");
    }

    @Test
    void sessions_become_orders_whatever_is_heard_first() {
        String buyer = session();
        String looker = session();
        String order = order();
        ordered(buyer, order);
        viewed(buyer);
        viewed(buyer);
        added(buyer);
        added(buyer);
        viewed(looker);
        eventuallyRow(row("2,3,2,1,0,0", "'50.00'", "'0.00'"));
        // The order is heard last, and another one of somebody who did not consent.
        placed(order, store);
        placed(order(), store);
        eventuallyRow(row("2,3,2,1,2,1", "'50.00'", "'50.00'"));
        assertThat(report().json("/total/sessions").asInt()).isEqualTo(2);
        assertThat(report().text("/total/conversionRate")).isEqualTo("50.00");
        String csv = analyst.with("Accept", "text/csv").get(path()).expect(200).body();
        assertThat(csv.lines())
                .containsExactly(
                        "day,sessions,productViews,cartAdds,cartSessions,orders,orderSessions,addToCartRate,conversionRate",
                        today + ",2,3,2,1,2,1,50.00,50.00");
    }

    @Test
    void twice_is_once_and_an_order_speaks_for_one_session_of_its_own_store() {
        String one = session();
        String two = session();
        String three = session();
        String order = order();
        String elsewhere = order();
        placed(order, store);
        placed(elsewhere, StoreId.of(new TypeId("sto", UUID.randomUUID()).toString()));
        viewed(one);
        told--;
        viewed(one);
        ordered(one, order);
        ordered(two, order);
        ordered(three, elsewhere);
        ordered(three, "ord_never");
        eventuallyRow(row("3,1,0,0,1,1", "'0.00'", "'33.33'"));
    }

    @Test
    void malformed_unknown_and_foreign_events_do_not_stop_the_next_one() {
        String session = session();
        TestEvents.send(
                Topics.BEHAVIOUR,
                session,
                TestEvents.envelope(session, ProductViewedV1.TYPE, 901),
                "{".getBytes(StandardCharsets.UTF_8));
        TestEvents.send(
                Topics.BEHAVIOUR,
                session,
                TestEvents.envelope(session, "product.viewed.v9", 902),
                "{}".getBytes(StandardCharsets.UTF_8));
        tell(session, ProductViewedV1.TYPE, new ProductViewedV1("not a store", session, null, "prd_1", null, now));
        tell(session, ProductSearchedV1.TYPE, new ProductSearchedV1(store.value(), session, null, "kemeja", now));
        eventuallyRow(row("1,0,0,0,0,0", "'0.00'", "'0.00'"));
    }

    @Test
    void a_closed_day_keeps_its_figures_forgets_its_sessions_and_still_counts_orders() {
        String session = session();
        String order = order();
        viewed(session);
        ordered(session, order);
        placed(order, store);
        String open = row("1,1,0,0,1,1", "'0.00'", "'100.00'");
        eventuallyRow(open);
        clock.advance(Duration.ofDays(33));
        analyst = api.as(TestTokens.member(Role.ANALYST, store));
        CloseDays close = new CloseDays(days, clock, 31);
        assertThat(close.close()).isPositive();
        assertThat(close.close()).isZero();
        assertThat(mongo.getCollection("visits").countDocuments(new Document("storeId", store.value())))
                .isZero();
        viewed(session);
        placed(order(), store);
        eventuallyRow(row("1,1,0,0,2,1", "'0.00'", "'100.00'"));
    }

    @Test
    void only_who_may_see_reports_sees_it() {
        api.get(path()).expectProblem(401, "UNAUTHENTICATED");
        api.as(TestTokens.customer()).get(path()).expectProblem(403, "FORBIDDEN");
        StoreId other = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        api.as(TestTokens.member(Role.ANALYST, other)).get(path()).expectProblem(404, "NOT_FOUND");
        api.as(TestTokens.member(Role.ADMINISTRATOR, store)).get(path()).expect(200);
        api.as(TestTokens.operator()).get(path()).expect(200);
        analyst.get("/v1/reports/conversion?from=2026-11-30&to=2026-11-01&store=" + store)
                .expectProblem(400, "REPORT_PERIOD_INVALID");
    }
}
