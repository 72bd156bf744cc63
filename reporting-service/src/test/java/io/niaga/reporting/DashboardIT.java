package io.niaga.reporting;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderLineV1;
import io.niaga.events.orders.OrderTotalsV1;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@NiagaIT
class DashboardIT {
    private static final Instant AT = Instant.parse("2026-11-24T18:30:00Z");

    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    @Autowired
    MongoTemplate mongo;

    private StoreId store;
    private Api analyst;

    @BeforeEach
    void a_store() {
        store = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        analyst = api.as(TestTokens.member(Role.ANALYST, store));
    }

    private String path(String from, String to) {
        return "/v1/dashboards/sales?store=" + store + "&from=" + from + "&to=" + to;
    }

    private Map<String, String> linkRequest() {
        return Map.of("store", store.value(), "from", "2026-11-01", "to", "2026-11-30");
    }

    private void sold() {
        TypeId order = new TypeId("ord", UUID.randomUUID());
        Money zero = Money.of("0.00", "IDR");
        Money price = Money.of("250000.00", "IDR");
        var line = new OrderLineV1(1, "KMJ-1", "prd_1", 1, price, zero, zero, price);
        var totals = new OrderTotalsV1(price, zero, zero, zero, price);
        var confirmed = new OrderConfirmedV1(
                order.toString(),
                "N",
                store.value(),
                "Asia/Jakarta",
                null,
                List.of(line),
                totals,
                null,
                order.withPrefix("pay").toString(),
                order.withPrefix("rsv").toString(),
                false,
                "sandbox",
                "REG",
                AT,
                AT,
                AT);
        TestEvents.tell(Topics.ORDER, order.toString(), OrderConfirmedV1.TYPE, 2, confirmed);
    }

    @Test
    void it_comes_in_steps_without_gaps_that_can_be_read() {
        sold();
        sold();
        eventually(() -> assertThat(analyst.get(path("2026-11-01", "2026-11-30"))
                        .expect(200)
                        .json("/currencies/0/sum/orders")
                        .asInt())
                .isEqualTo(2));
        Answer days = analyst.get(path("2026-11-01", "2026-11-30"));
        assertThat(days.text("/grain")).isEqualTo("DAY");
        assertThat(days.json("/currencies/0/steps").size()).isEqualTo(30);
        assertThat(days.text("/currencies/0/steps/24/net/amount")).isEqualTo("500000.00");
        assertThat(days.text("/currencies/0/averageOrder/amount")).isEqualTo("250000.00");
        assertThat(days.json("/visits").size()).isEqualTo(30);
        Answer weeks = analyst.get(path("2026-09-01", "2026-11-30"));
        assertThat(weeks.text("/grain")).isEqualTo("WEEK");
        assertThat(weeks.text("/currencies/0/steps/0/from")).isEqualTo("2026-08-31");
        assertThat(weeks.text("/currencies/0/steps/12/net/amount")).isEqualTo("500000.00");
        Answer months = analyst.get(path("2025-01-01", "2026-11-30"));
        assertThat(months.text("/grain")).isEqualTo("MONTH");
        assertThat(months.json("/currencies/0/steps").size()).isEqualTo(23);
    }

    @Test
    void a_page_comes_to_who_wants_html_and_lets_nothing_in() {
        Answer page = analyst.with("Accept", "text/html")
                .with("Accept-Language", "en")
                .get(path("2026-11-01", "2026-11-30"))
                .expect(200);
        assertThat(page.header("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.header("Content-Language")).hasValue("en");
        assertThat(page.header("Cache-Control")).hasValue("private, no-store");
        assertThat(page.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.header("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'");
        assertThat(page.body()).startsWith("<!doctype html>").contains("Nothing was sold in this period.");
    }

    @Test
    void a_link_opens_the_page_in_a_browser_for_five_minutes_and_nothing_else() {
        clock.set(clock.instant());
        Answer made = analyst.post("/v1/dashboards/sales/links", linkRequest()).expect(201);
        String url = made.text("/url");
        assertThat(made.location()).isEqualTo(url);
        Api browser = api.with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(browser.get(url).expect(200).body()).contains(store.value());
        assertThat(browser.get(url).expect(200).header("Content-Security-Policy"))
                .isPresent();
        browser.get(path("2026-11-01", "2026-11-30")).expectProblem(401, "UNAUTHENTICATED");
        browser.get("/v1/dashboards/sales/links/" + new TypeId("lnk", UUID.randomUUID()))
                .expectProblem(404, "NOT_FOUND");
        clock.advance(Duration.ofSeconds(299));
        browser.get(url).expect(200);
        clock.advance(Duration.ofSeconds(2));
        browser.get(url).expectProblem(404, "NOT_FOUND");
    }

    @Test
    void a_link_is_kept_as_a_hash_and_its_maker_is_on_record() {
        String url = analyst.post("/v1/dashboards/sales/links", linkRequest())
                .expect(201)
                .text("/url");
        String secret = url.substring(url.lastIndexOf('/') + 1);
        Document kept = mongo.getCollection("dashboard_links")
                .find(new Document("storeId", store.value()))
                .first();
        assertThat(kept).isNotNull();
        assertThat(kept.toJson()).doesNotContain(secret);
        String key = kept.getString("_id");
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, key)).hasSize(1));
        assertThat(TestEvents.told(Topics.AUDIT, key).getFirst().text("/action"))
                .isEqualTo("report:read");
        assertThat(String.valueOf(TestEvents.told(Topics.AUDIT, key).getFirst().body()))
                .doesNotContain(secret);
    }

    @Test
    void only_who_may_see_reports_sees_it_or_lets_it_be_seen() {
        String path = path("2026-11-01", "2026-11-30");
        StoreId other = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        for (Api way : List.of(api, api.with("Accept", "text/html"))) {
            way.get(path).expectProblem(401, "UNAUTHENTICATED");
            way.as(TestTokens.customer()).get(path).expectProblem(403, "FORBIDDEN");
            way.as(TestTokens.member(Role.ADMINISTRATOR, other)).get(path).expectProblem(404, "NOT_FOUND");
            way.as(TestTokens.operator()).get(path).expect(200);
        }
        String links = "/v1/dashboards/sales/links";
        api.post(links, linkRequest()).expectProblem(401, "UNAUTHENTICATED");
        api.as(TestTokens.customer()).post(links, linkRequest()).expectProblem(403, "FORBIDDEN");
        api.as(TestTokens.member(Role.SELLER, store)).post(links, linkRequest()).expectProblem(403, "FORBIDDEN");
        api.as(TestTokens.member(Role.ADMINISTRATOR, store))
                .post(links, linkRequest())
                .expect(201);
    }

    @Test
    void impossible_periods_are_refused() {
        analyst.get(path("2026-11-30", "2026-11-01")).expectProblem(400, "REPORT_PERIOD_INVALID");
        analyst.post(
                        "/v1/dashboards/sales/links",
                        Map.of("store", store.value(), "from", "2020-01-01", "to", "2026-01-01"))
                .expectProblem(400, "REPORT_PERIOD_INVALID");
    }
}
