package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Keys of repetition and cursors of lists, in the hands of somebody who plays with them. */
@SystemIT
class RepeatsIT {
    private final World world = World.shared();

    private Map<String, Object> coupon() {
        return Map.of(
                "storeId",
                Site.STORE,
                "code",
                World.word().toUpperCase(Locale.ROOT),
                "type",
                "PERCENTAGE",
                "percentage",
                "10");
    }

    @Test
    void a_key_is_its_callers_its_routes_and_its_bodys() {
        String key = World.word();
        Map<String, Object> body = coupon();
        Answer first = world.as("operator").once(key).post("/v1/coupons", body).expect(201);
        Answer again = world.as("operator").once(key).post("/v1/coupons", body).expect(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        world.as("operator").once(key).post("/v1/coupons", coupon()).expectProblem(422, "IDEMPOTENCY_KEY_REUSED");
        // Somebody else's key of the same name is another key, and tells nothing of the first one's answer.
        Answer others = world.as("administrator")
                .once(key)
                .post("/v1/coupons", coupon())
                .expect(201);
        assertThat(others.text("/id")).isNotEqualTo(first.text("/id"));
        assertThat(others.header("Idempotency-Replayed")).isEmpty();
        world.as("buyer").once(key).post("/v1/coupons", body).expect(403);
    }

    @Test
    void a_key_that_is_none_is_refused() {
        for (String key : List.of("\"\"", "k".repeat(300), "\"" + "k".repeat(2000) + "\"")) {
            world.as("operator")
                    .with("Idempotency-Key", key)
                    .post("/v1/coupons", coupon())
                    .expectProblem(400, "IDEMPOTENCY_KEY_INVALID");
        }
        for (String key : List.of("\"", "\"a\"b\"", "a b,c")) {
            Answer answer = world.as("operator").with("Idempotency-Key", key).post("/v1/coupons", coupon());
            assertThat(answer.status()).as(key).isIn(400, 201);
            if (answer.status() == 400) {
                answer.expectProblem();
            }
        }
        world.as("operator").post("/v1/coupons", coupon()).expectProblem(400, "IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void one_key_at_once_is_one_coupon() throws Exception {
        Api operator = world.as("operator").once(World.word());
        Map<String, Object> body = coupon();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            calls.add(() -> operator.post("/v1/coupons", body));
        }
        Set<String> made = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> call : threads.invokeAll(calls)) {
                Answer answer = call.get();
                assertThat(answer.status()).as("%s", answer).isIn(201, 409);
                if (answer.status() == 201) {
                    made.add(answer.text("/id"));
                }
            }
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void a_cursor_that_was_played_with_is_refused_or_harmless() {
        List<String> lists = List.of(
                "/v1/products?limit=1",
                "/v1/search?q=kemeja&limit=1",
                "/v1/stores/" + Site.STORE + "/products?limit=1",
                "/v1/orders?limit=1&store=" + Site.STORE,
                "/v1/stock?limit=1&store=" + Site.STORE,
                "/v1/stock-movements?limit=1&store=" + Site.STORE,
                "/v1/coupons?limit=1&store=" + Site.STORE,
                "/v1/audit-entries?limit=1&store=" + Site.STORE,
                "/v1/fulfillments?limit=1&store=" + Site.STORE);
        List<String> wrong = new ArrayList<>();
        Set<String> longer = new HashSet<>();
        for (String list : lists) {
            Answer page = world.as("operator").get(list).expect(200);
            String cursor = page.json("/nextCursor").isNull() ? "" : page.text("/nextCursor");
            if (!cursor.isEmpty()) {
                longer.add(list);
            }
            for (String odd : played(cursor)) {
                Answer answer = world.as("operator").get(list + "&after=" + odd);
                if (answer.status() != 200 && answer.status() != 400) {
                    wrong.add(list + " after " + odd + ": " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
        // World's shoppers ordered more than once: a cursor of ours was played with.
        assertThat(longer).contains(lists.get(3));
    }

    private static List<String> played(String cursor) {
        List<String> odd = new ArrayList<>(List.of(
                "x",
                "-",
                "AAAA",
                "null",
                "0",
                "e30",
                encoded("{\"$gt\":\"\"}"),
                encoded("\n\n\n"),
                encoded("-9223372036854775808\n9223372036854775807\nx\n"),
                encoded("\u0000"),
                "a".repeat(3000)));
        for (int i = 0; i < cursor.length(); i += 5) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            odd.add(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
        if (!cursor.isEmpty()) {
            odd.add(cursor.substring(1));
            odd.add(cursor.substring(0, cursor.length() / 2));
            odd.add(new StringBuilder(cursor).reverse().toString());
        }
        return odd;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
