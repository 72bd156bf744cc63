package io.niaga.catalog.price;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.catalog.Shop;
import io.niaga.events.Topics;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Prices set by SKU: one, and many at once. */
@NiagaIT
class PricesIT {
    private static final int VARIANTS = 8;

    @Autowired
    Api api;

    @Autowired
    MeterRegistry meters;

    private Shop shop;
    private Answer product;
    private String path;
    private Api partner;

    @BeforeEach
    void a_product_of_many_variants() {
        shop = Shop.opened(api);
        Map<String, Object> shirt = new HashMap<>(shop.shirt("unused"));
        shirt.put(
                "variants",
                IntStream.range(0, VARIANTS)
                        .mapToObj(i -> Map.of(
                                "sku", "V-" + i, "options", Map.of("size", "" + i), "price", shop.price("100.00")))
                        .toList());
        String draft = shop.create(shirt).expect(201).location();
        product = shop.admin().put(draft + "/publication", Map.of()).expect(200);
        path = "/v1/products/" + product.text("/id");
        partner = api.as(TestTokens.partner(shop.id(), "prices:write"));
    }

    private Answer one(Api who, String sku, String amount) {
        return who.put("/v1/prices/" + sku + "?store=" + shop.id(), Map.of("price", shop.price(amount)));
    }

    private Answer batch(Api who, List<?> rows) {
        return who.put("/v1/prices?store=" + shop.id(), Map.of("items", rows));
    }

    private Map<String, Object> row(String sku, String amount) {
        return Map.of("sku", sku, "price", shop.price(amount));
    }

    private Answer now() {
        return shop.admin().get(path + "?view=management").expect(200);
    }

    @Test
    void one_price_is_set_and_nothing_else_and_it_is_told_and_audited_as_an_edit_is() {
        Answer set = one(partner, "V-3", "187.50").expect(200);
        assertThat(set.text("/productId")).isEqualTo(product.text("/id"));
        assertThat(set.text("/price/amount")).isEqualTo("187.50");
        Answer now = now();
        assertThat(now.etag()).isEqualTo(set.etag()).isNotEqualTo(product.etag());
        assertThat(now.text("/variants/3/price/amount")).isEqualTo("187.50");
        assertThat(like(now, "187.50")).isEqualTo(like(product, "100.00"));
        eventually(() -> assertThat(TestEvents.told(Topics.PRODUCT, product.text("/id")))
                .anySatisfy(told -> assertThat(told.body().toString()).contains("187.50")));
        eventually(() -> assertThat(TestEvents.told(Topics.AUDIT, product.text("/id")))
                .anySatisfy(told -> {
                    assertThat(told.text("/actor")).startsWith("cli_");
                    assertThat(told.text("/action")).isEqualTo("product:write");
                    assertThat(told.body().toString()).contains("\"/variants/V-3/price\"", "100.00 IDR", "187.50 IDR");
                }));
        assertThat(one(shop.admin(), "V-3", "187.50").expect(200).etag())
                .as("what is so already is not written")
                .isEqualTo(set.etag());
    }

    /** All that is written, but for the price of the fourth variant. */
    private static List<String> like(Answer answer, String price) {
        return List.of("/name", "/slug", "/variants", "/description", "/state").stream()
                .map(field -> answer.json(field).toString().replace("\"" + price + "\"", "\"?\""))
                .map(text -> text.replace("\"100.00\"", "\"?\""))
                .toList();
    }

    @Test
    void a_version_is_honoured_and_not_needed() {
        one(shop.admin().matching(product), "V-0", "1.00").expect(200);
        one(shop.admin().matching(product), "V-0", "2.00").expectProblem(412, "STALE_VERSION");
        one(shop.admin(), "V-0", "2.00").expect(200);
    }

    @Test
    void each_row_of_a_batch_has_its_own_outcome_and_a_repetition_changes_nothing_more() {
        Answer other = shop.published("W-1");
        double changed = rows("changed");
        List<Object> rows = List.of(
                row("V-0", "11.00"),
                row("NO-SUCH", "11.00"),
                row("W-1", "12.00"),
                row("V-1", "100.00"),
                row("V-2", "-1.00"),
                Map.of("sku", "V-3", "price", Map.of("amount", "1.00", "currency", "EUR")),
                row("V-4", "1.00"),
                row("V-4", "2.00"));
        Answer done = batch(partner, rows).expect(200);
        assertThat(outcomes(done))
                .containsExactly(
                        "V-0 CHANGED",
                        "NO-SUCH REJECTED SKU_UNKNOWN",
                        "W-1 CHANGED",
                        "V-1 UNCHANGED",
                        "V-2 REJECTED NEGATIVE",
                        "V-3 REJECTED CURRENCY_MISMATCH",
                        "V-4 REJECTED SKU_TWICE",
                        "V-4 REJECTED SKU_TWICE");
        Answer after = now();
        assertThat(after.json("/variants").findValuesAsString("amount"))
                .containsExactly("11.00", "100.00", "100.00", "100.00", "100.00", "100.00", "100.00", "100.00");
        assertThat(shop.admin()
                        .get("/v1/products/" + other.text("/id") + "?view=management")
                        .text("/variants/0/price/amount"))
                .isEqualTo("12.00");
        assertThat(outcomes(batch(partner, rows).expect(200)))
                .contains("V-0 UNCHANGED", "W-1 UNCHANGED", "V-1 UNCHANGED")
                .noneMatch(outcome -> outcome.contains(" CHANGED"));
        assertThat(now().etag()).isEqualTo(after.etag());
        assertThat(rows("changed") - changed).isEqualTo(2);
    }

    private double rows(String outcome) {
        return meters.counter("niaga.catalog.price.rows", "outcome", outcome).count();
    }

    private static List<String> outcomes(Answer answer) {
        List<String> outcomes = new ArrayList<>();
        for (JsonNode item : answer.json("/items")) {
            String code = item.path("code").asString("");
            outcomes.add(
                    (item.path("sku").asString() + " " + item.path("outcome").asString() + " " + code).strip());
        }
        return outcomes;
    }

    @Test
    void many_at_the_same_moment_all_have_their_effect() throws Exception {
        List<Callable<Answer>> work = new ArrayList<>();
        // Each loses at most against every other once, which is what a write puts up with.
        for (int i = 0; i < VARIANTS; i++) {
            String sku = "V-" + i;
            work.add(() -> one(partner, sku, "55.00"));
        }
        try (ExecutorService together = Executors.newFixedThreadPool(work.size())) {
            for (Future<Answer> done : together.invokeAll(work)) {
                done.get().expect(200);
            }
        }
        assertThat(now().json("/variants").findValuesAsString("amount"))
                .hasSize(VARIANTS)
                .containsOnly("55.00");
    }

    @Test
    void only_who_may_change_prices_does() {
        List<Object> rows = List.of(row("V-0", "1.00"));
        for (Answer refused : List.of(one(shop.as(Role.SELLER), "V-0", "1.00"), batch(shop.as(Role.SELLER), rows))) {
            assertThat(refused.expectProblem(403, "FIELDS_NOT_PERMITTED").text("/errors/0/pointer"))
                    .isEqualTo("/variants/V-0/price");
        }
        for (Api other : List.of(
                shop.as(Role.WAREHOUSE),
                shop.as(Role.MARKETER),
                api.as(TestTokens.customer()),
                api.as(TestTokens.partner(shop.id(), "stock:write")))) {
            one(other, "V-0", "1.00").expectProblem(403, "FORBIDDEN");
            batch(other, rows).expectProblem(403, "FORBIDDEN");
        }
        one(api, "V-0", "1.00").expectProblem(401, "UNAUTHENTICATED");
        Shop elsewhere = Shop.opened(api);
        one(elsewhere.admin(), "V-0", "1.00").expectProblem(404, "NOT_FOUND");
        batch(api.as(TestTokens.partner(elsewhere.id(), "prices:write")), rows).expectProblem(404, "NOT_FOUND");
        assertThat(now().etag()).isEqualTo(product.etag());
        one(api.as(TestTokens.operator()), "V-0", "1.00").expect(200);
    }

    @Test
    void what_nobody_could_mean_is_refused() {
        one(partner, "NO-SUCH", "1.00").expectProblem(404, "SKU_UNKNOWN");
        assertThat(one(partner, "V-0", "-1.00")
                        .expectProblem(400, "INVALID_REQUEST")
                        .text("/errors/0/code"))
                .isEqualTo("NEGATIVE");
        batch(partner, List.of()).expectProblem(400, "INVALID_REQUEST");
        List<Object> rows = IntStream.range(0, 500)
                .mapToObj(i -> (Object) row("N-" + i, "1.00"))
                .toList();
        batch(partner, rows).expect(200);
        List<Object> more = new ArrayList<>(rows);
        more.add(row("N", "1.00"));
        batch(partner, more).expectProblem(400, "INVALID_REQUEST");
        shop.admin().with("If-Match", "*").delete(path).expect(204);
        one(partner, "V-0", "1.00").expectProblem(404, "SKU_UNKNOWN");
    }
}
