package io.niaga.reporting;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderLineV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.reporting.sales.Lives;
import io.niaga.reporting.sales.Reversal;
import io.niaga.reporting.sales.Sale;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Money;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Random lives over the broker, in any order and some of it twice: the report is the oracle, and a rebuild is the same. */
@NiagaIT
class RebuildIT {
    private static final long SEED = Long.getLong("niaga.seed", 20261128);
    private static final int LIVES = 120;

    @Autowired
    Api api;

    @Autowired
    Environment environment;

    @Autowired
    MongoTemplate mongo;

    private StoreId store;
    private Lives lives;
    private Api management;

    @BeforeEach
    void a_store() {
        store = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        lives = new Lives(SEED, store);
        management = Api.at("http://127.0.0.1:" + environment.getProperty("local.management.port"))
                .with("Content-Type", "application/json");
    }

    private record Telling(TypeId order, long sequence, Lives.Event event) {}

    private void tell(Telling told) {
        TypeId order = told.order();
        String pay = order.withPrefix("pay").toString();
        switch (told.event()) {
            case Lives.Event.Confirmed(Sale sale) ->
                TestEvents.tell(
                        Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, told.sequence(), confirmed(order, sale));
            case Lives.Event.Cancelled(Instant at) ->
                TestEvents.tell(
                        Topics.ORDER, order.toString(), OrderCancelledV1.TYPE, told.sequence(), cancelled(order, at));
            case Lives.Event.Refunded(Reversal r) ->
                TestEvents.tell(
                        Topics.PAYMENT,
                        pay,
                        RefundSucceededV1.TYPE,
                        told.sequence(),
                        new RefundSucceededV1(
                                r.refundId(), pay, order.toString(), store.value(), r.amount(), r.goods(), r.at()));
        }
    }

    private OrderConfirmedV1 confirmed(TypeId order, Sale s) {
        Money zero = Money.zero(s.items().currency());
        var line = new OrderLineV1(1, "KMJ-1", "prd_1", (int) s.units(), s.items(), zero, zero, s.items());
        return new OrderConfirmedV1(
                order.toString(),
                "N",
                store.value(),
                s.zone().getId(),
                null,
                List.of(line),
                new OrderTotalsV1(s.items(), s.discount(), s.shipping(), s.tax(), s.total()),
                null,
                order.withPrefix("pay").toString(),
                order.withPrefix("rsv").toString(),
                false,
                "sandbox",
                "REG",
                s.at(),
                s.at(),
                s.at());
    }

    private OrderCancelledV1 cancelled(TypeId order, Instant at) {
        Money zero = Money.of("0.00", "IDR");
        var totals = new OrderTotalsV1(zero, zero, zero, zero, zero);
        return new OrderCancelledV1(
                order.toString(),
                "N",
                store.value(),
                Lives.ZONE.getId(),
                null,
                "CHANGED_MIND",
                "CONFIRMED",
                null,
                null,
                totals,
                at,
                at);
    }

    private Map<String, String> report() {
        Map<String, String> days = new TreeMap<>();
        api.as(TestTokens.member(Role.ANALYST, store))
                .get("/v1/reports/sales?from=2026-10-01&to=2027-03-31&store=" + store)
                .expect(200)
                .json("/rows")
                .forEach(row -> days.put(
                        row.path("day").asString(),
                        "%s orders, %s units, net %s, refunds %s"
                                .formatted(
                                        row.path("orders").asString(),
                                        row.path("units").asString(),
                                        row.at("/net/amount").asString(),
                                        row.at("/refunds/amount").asString())));
        return days;
    }

    private static Map<String, String> expected(Map<LocalDate, Lives.Day> days) {
        Map<String, String> texts = new TreeMap<>();
        days.forEach((day, d) -> texts.put(
                day.toString(),
                "%d orders, %d units, net %s, refunds %s"
                        .formatted(
                                d.orders,
                                d.units,
                                Money.ofMinor(d.net, "IDR").toDecimal(),
                                Money.ofMinor(d.refunds, "IDR").toDecimal())));
        return texts;
    }

    private Map<LocalDate, Lives.Day> tellLives() {
        Map<LocalDate, Lives.Day> days = Lives.days();
        List<Telling> told = new ArrayList<>();
        for (int i = 0; i < LIVES; i++) {
            Lives.Life life = lives.next();
            Lives.count(life, days);
            long sequence = 0;
            for (Lives.Event event : life.events()) {
                told.add(new Telling(life.order(), ++sequence, event));
            }
        }
        lives.shuffled(told).forEach(this::tell);
        return days;
    }

    private Answer rebuild(String query) {
        return management.post("/actuator/rebuild/sales" + query).expect(200);
    }

    @Test
    void the_report_is_the_oracle_a_rebuild_is_the_same_and_damage_shows_and_is_mended() {
        Map<String, String> expected = expected(tellLives());
        eventually(
                Duration.ofSeconds(30),
                () -> assertThat(report()).as("seed %s", SEED).isEqualTo(expected));
        Answer same = rebuild("");
        assertThat(same.json("/examples").toString()).isEqualTo("[]");
        assertThat(same.json("/differing").asInt()).isZero();
        assertThat(same.json("/orders").asInt()).isGreaterThan(LIVES / 2);
        assertThat(same.json("/days").asInt()).isGreaterThan(5);

        var facts = mongo.getCollection("order_facts");
        var sold = Filters.and(Filters.eq("storeId", store.value()), Filters.exists("sale"));
        String wrong = facts.find(sold).first().getString("_id");
        facts.updateOne(Filters.eq("_id", wrong), Updates.inc("sale.items", 100L));
        String lost =
                facts.find(Filters.and(sold, Filters.ne("_id", wrong))).first().getString("_id");
        facts.deleteOne(Filters.eq("_id", lost));
        String alive = facts.find(
                        Filters.and(sold, Filters.nin("_id", wrong, lost), Filters.exists("cancelledAt", false)))
                .first()
                .getString("_id");
        facts.updateOne(
                Filters.eq("_id", alive), Updates.set("cancelledAt", Date.from(Instant.parse("2026-12-01T05:00:00Z"))));
        String day = expected.keySet().iterator().next();
        mongo.getCollection("sales_days")
                .updateOne(Filters.eq("_id", store + "/" + day), Updates.set("rows", List.of()));
        Answer damaged = rebuild("?repair=true");
        assertThat(damaged.json("/differing").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(damaged.json("/examples").toString()).contains(wrong, lost, alive, store + "/" + day);
        assertThat(rebuild("").json("/differing").asInt()).isZero();
        assertThat(report()).isEqualTo(expected);
        assertThat(mongo.getCollectionNames()).noneMatch(name -> name.startsWith("rebuilt_"));
    }

    @Test
    void there_is_nothing_else_to_rebuild() {
        management.post("/actuator/rebuild/dreams").expect(404);
    }
}
