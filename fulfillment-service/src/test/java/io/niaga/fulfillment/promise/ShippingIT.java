package io.niaga.fulfillment.promise;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.fulfillment.Shop;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FakeClock;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NiagaIT
class ShippingIT {
    @Autowired
    Api api;

    @Autowired
    FakeClock clock;

    private Shop shop;
    private String path;

    @BeforeEach
    void a_store() {
        shop = new Shop(api).open();
        path = "/v1/stores/" + shop.store + "/shipping-table";
    }

    private static Map<String, Object> rate(String service, String price, int days) {
        return Map.of(
                "carrier",
                "sandbox",
                "service",
                service,
                "price",
                Map.of("amount", price, "currency", "IDR"),
                "transitDays",
                days);
    }

    private static Map<String, Object> zone(String name, List<String> villages, List<Map<String, Object>> rates) {
        return Map.of(
                "name", name,
                "villageCodes", villages,
                "postalCodes", List.of(),
                "countries", villages.isEmpty() ? List.of() : List.of("ID"),
                "rates", rates);
    }

    static Map<String, Object> table() {
        return new HashMap<>(Map.of(
                "currency", "IDR",
                "timeZone", "Asia/Jakarta",
                "cutOff", "15:00",
                "workingDays", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                "zones",
                        List.of(
                                zone(
                                        "Jakarta",
                                        List.of("31"),
                                        List.of(rate("REG", "9000.00", 2), rate("EXP", "20000.00", 1))),
                                zone("elsewhere", List.of(), List.of(rate("REG", "30000.00", 5))))));
    }

    private Answer promise(String village, String currency) {
        Map<String, Object> destination = new HashMap<>(Map.of("postalCode", "10110", "country", "ID"));
        destination.put("villageCode", village);
        return shop.orders.post(
                "/internal/v1/promises",
                Map.of(
                        "storeId",
                        shop.store.value(),
                        "currency",
                        currency,
                        "lines",
                        List.of(Map.of("sku", "A", "quantity", 2), Map.of("sku", "B", "quantity", 1)),
                        "destination",
                        destination));
    }

    @Test
    void a_promise_names_options_dates_and_what_is_there() {
        shop.admin.put(path, table()).expect(200);
        shop.counted("A", 25);
        clock.set(Instant.parse("2026-11-24T05:00:00Z")); // Tuesday noon in Jakarta
        shop = shop.again(api); // tokens are minted by the clock as it is
        Answer promise = promise("31.71.01.1001", "IDR").expect(200);
        assertThat(promise.text("/options/0/service")).isEqualTo("REG");
        assertThat(promise.text("/options/0/price/amount")).isEqualTo("9000.00");
        assertThat(promise.text("/options/0/promisedBy")).isEqualTo("2026-11-26T16:59:59Z");
        assertThat(promise.text("/options/1/service")).isEqualTo("EXP");
        assertThat(promise.json("/lines/0/available").intValue()).isEqualTo(25);
        assertThat(promise.text("/lines/0/availability")).isEqualTo("IN_STOCK");
        assertThat(promise.text("/lines/1/availability")).isEqualTo("OUT");
        String id = promise.text("/options/0/id");
        assertThat(id).startsWith("sho_");
        Answer far = promise("51.71.01.1001", "IDR").expect(200);
        assertThat(far.text("/options/0/price/amount")).isEqualTo("30000.00");
        assertThat(far.text("/options/0/id")).isEqualTo(id);
        assertThat(promise("31.71.01.1001", "USD").expect(200).json("/options").isEmpty())
                .isTrue();
    }

    @Test
    void without_a_table_nothing_is_shipped() {
        assertThat(promise("31.71.01.1001", "IDR").expect(200).json("/options").isEmpty())
                .isTrue();
        shop.admin.get(path).expectProblem(404, "NOT_FOUND");
        shop.admin.post("/internal/v1/promises", Map.of()).expect(403);
    }

    @Test
    void who_replaces_a_table_says_what_they_saw() {
        Answer first = shop.admin.put(path, table()).expect(200);
        shop.admin.put(path, table()).expectProblem(428, "PRECONDITION_REQUIRED");
        Map<String, Object> changed = table();
        changed.put("cutOff", "12:30");
        Answer second = shop.admin.matching(first).put(path, changed).expect(200);
        shop.admin.matching(first).put(path, table()).expectProblem(412, "STALE_VERSION");
        shop.operator.matching(second).put(path, changed).expect(200);
        assertThat(shop.support.get(path).expect(200).text("/cutOff")).startsWith("12:30");
        eventually(() -> {
            var audit = TestEvents.told(Topics.AUDIT, shop.store.value()).stream()
                    .filter(t -> t.text("/action").equals("shipping-table:write"))
                    .toList();
            assertThat(audit).hasSize(2);
            assertThat(audit.getLast().text("/changes/0/pointer")).isEqualTo("/cutOff");
        });
    }

    @Test
    void what_was_read_can_be_written_back() {
        shop.admin.put(path, table()).expect(200);
        Answer read = shop.admin.get(path);
        assertThat(shop.admin.matching(read).put(path, read.json()).expect(200).etag())
                .isEqualTo(read.etag());
    }

    @Test
    void who_may_not_is_told_so() {
        shop.guest.put(path, table()).expectProblem(401, "UNAUTHENTICATED");
        shop.buyer.put(path, table()).expectProblem(403, "FORBIDDEN");
        shop.seller.put(path, table()).expectProblem(403, "FORBIDDEN");
        shop.stranger.put(path, table()).expectProblem(404, "NOT_FOUND");
        shop.stranger.get(path).expectProblem(404, "NOT_FOUND");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "workingDays", Map.of("workingDays", List.of()),
                "zones", Map.of("zones", List.of()),
                "timeZone", Map.of("timeZone", "Mars/Olympus"),
                "cutOff", Map.of("cutOff", "25:00"),
                "currency", Map.of("currency", "USD"));
        wrong.forEach((field, change) -> {
            Map<String, Object> body = table();
            body.putAll(change);
            shop.admin.put(path, body).expectProblem(400, "INVALID_REQUEST");
        });
        Map<String, Object> early = table();
        early.put(
                "zones",
                List.of(
                        zone("all", List.of(), List.of(rate("REG", "1.00", 1))),
                        zone("Jakarta", List.of("31"), List.of(rate("REG", "1.00", 1)))));
        shop.admin.put(path, early).expectProblem(400, "INVALID_REQUEST");
    }
}
