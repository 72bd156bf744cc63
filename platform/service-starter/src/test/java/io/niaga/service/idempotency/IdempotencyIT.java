package io.niaga.service.idempotency;

import static io.niaga.service.sample.Sample.json;
import static io.niaga.service.sample.Sample.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.niaga.service.problem.ProblemShape;
import io.niaga.service.sample.Sample;
import io.niaga.service.sample.Tokens;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.niaga.types.UserId;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyIT {
    private static final String ORDER = "{\"item\":\"a\",\"quantity\":1}";
    private static final Actor BUYER = new Actor.Person(UserId.ofSubject(UUID.randomUUID()), Set.of(), Map.of());

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    /** Of this test alone: another's may still be swept by a clock that is a day ahead. */
    private final String collection = "idempotency_" + UUID.randomUUID();

    private final Idempotency idempotency = new Idempotency(
            new Claims(() -> Sample.bean(MongoTemplate.class).getCollection(collection), clock()),
            Sample.bean(JsonMapper.class),
            clock());

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private static IdempotencyCall call(String key, Object body, String candidate) {
        return IdempotencyCall.required(IdempotencyKey.of(key, "origin"), BUYER, "POST /v1/orders", body, candidate);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_key_is_demanded_and_must_be_printable() {
        assertThat(ProblemShape.of(post("/v1/orders", ORDER)).path("code").asString())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        for (String bad : new String[] {"", "\"\"", "x".repeat(256)}) {
            assertThat(ProblemShape.of(post("/v1/orders", ORDER, "Idempotency-Key", bad))
                            .path("code")
                            .asString())
                    .isEqualTo("IDEMPOTENCY_KEY_INVALID");
        }
    }

    @Test
    void a_repetition_is_answered_with_the_same_resource_and_says_so() {
        String key = newKey();
        HttpResponse<String> first = post("/v1/orders", ORDER, "Idempotency-Key", key);
        HttpResponse<String> second =
                post("/v1/orders", "{\"quantity\":1, \"item\":\"a\"}", "Idempotency-Key", "\"" + key + "\"");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void what_a_key_was_about_is_known_to_its_caller_and_route_while_it_is_kept() {
        IdempotencyKey key = IdempotencyKey.of(newKey(), "origin");
        String route = "POST /v1/orders";
        assertThat(idempotency.earlier(key, BUYER, route)).isEmpty();
        idempotency.run(IdempotencyCall.required(key, BUYER, route, ORDER, "ord_1"), id -> id, id -> id);
        assertThat(idempotency.earlier(key, BUYER, route)).contains("ord_1");
        assertThat(idempotency.earlier(key, BUYER, "POST /v1/carts")).isEmpty();
        Actor other = new Actor.Person(UserId.ofSubject(UUID.randomUUID()), Set.of(), Map.of());
        assertThat(idempotency.earlier(key, other, route)).isEmpty();
        assertThatThrownBy(() -> idempotency.earlier(null, BUYER, route)).hasMessage("IDEMPOTENCY_KEY_REQUIRED");
        now.set(now.get().plus(Duration.ofHours(25)));
        assertThat(idempotency.earlier(key, BUYER, route)).isEmpty();
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        String key = newKey();
        post("/v1/orders", ORDER, "Idempotency-Key", key);
        HttpResponse<String> other = post("/v1/orders", ORDER.replace("1", "2"), "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(ProblemShape.of(other).path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void keys_of_different_callers_never_meet() {
        String key = newKey();
        String anonymous = json(post("/v1/orders", ORDER, "Idempotency-Key", key))
                .path("id")
                .asString();
        String elsewhere = json(post("/v1/orders", ORDER, "Idempotency-Key", key, "X-Forwarded-For", "203.0.113.9"))
                .path("id")
                .asString();
        String person = json(post(
                        "/v1/orders", ORDER, "Idempotency-Key", key, "Authorization", "Bearer " + Tokens.person()))
                .path("id")
                .asString();
        assertThat(new HashSet<>(List.of(anonymous, elsewhere, person))).hasSize(3);
    }

    @Test
    void a_refusal_leaves_the_key_free() {
        String key = newKey();
        String soldOut = ORDER.replace("\"a\"", "\"sold-out\"");
        assertThat(post("/v1/orders", soldOut, "Idempotency-Key", key).statusCode())
                .isEqualTo(409);
        assertThat(post("/v1/orders", ORDER, "Idempotency-Key", key).statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_refusal_that_is_kept_is_told_again_by_reloading() {
        String key = newKey();
        AtomicInteger performed = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> idempotency.run(
                            call(key, ORDER, "ord_1").keepingRefusals(),
                            id -> {
                                performed.incrementAndGet();
                                throw CommonProblem.CONCURRENT_CHANGE.with("order", id);
                            },
                            id -> {
                                throw CommonProblem.CONCURRENT_CHANGE.with("order", id);
                            }))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            p -> assertThat(p.parameters()).containsEntry("order", "ord_1"));
        }
        assertThat(performed).hasValue(1);
    }

    @Test
    void a_hundred_at_once_have_one_effect() throws Exception {
        String key = newKey();
        AtomicInteger performed = new AtomicInteger();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String candidate = "ord_" + i;
            calls.add(() -> {
                try {
                    return idempotency
                            .run(
                                    call(key, ORDER, candidate),
                                    id -> {
                                        performed.incrementAndGet();
                                        return id;
                                    },
                                    id -> id)
                            .value();
                } catch (ProblemException running) {
                    assertThat(running.problem()).isEqualTo(CommonProblem.IDEMPOTENCY_IN_PROGRESS);
                    return "running";
                } catch (MongoTimeoutException noneFree) {
                    // More ask than there are connections; on a busy machine some wait too long and are told so.
                    return "running";
                }
            });
        }
        Set<String> outcomes = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }
        outcomes.remove("running");
        assertThat(performed).hasValue(1);
        assertThat(outcomes).hasSize(1);
    }

    @Test
    void while_the_first_is_at_work_the_second_is_told_so() throws Exception {
        String key = newKey();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> idempotency.run(
                        call(key, ORDER, "ord_1"),
                        id -> {
                            started.countDown();
                            try {
                                return finish.await(10, java.util.concurrent.TimeUnit.SECONDS);
                            } catch (InterruptedException impossible) {
                                throw new IllegalStateException(impossible);
                            }
                        },
                        id -> true));
        started.await();
        assertThatThrownBy(() -> idempotency.run(call(key, ORDER, "ord_2"), id -> true, id -> true))
                .hasMessage("IDEMPOTENCY_IN_PROGRESS");
        finish.countDown();
        first.join();
        assertThat(idempotency
                        .run(call(key, ORDER, "ord_3"), id -> false, id -> true)
                        .replayed())
                .isTrue();
    }

    @Test
    void after_a_failure_of_ours_the_next_one_resumes_with_the_same_id() {
        String key = newKey();
        assertThatThrownBy(() -> idempotency.run(
                        call(key, ORDER, "ord_1"),
                        id -> {
                            throw new IllegalStateException("the broker is away");
                        },
                        id -> id))
                .hasMessage("the broker is away");
        IdempotentOutcome<String> resumed = idempotency.run(call(key, ORDER, "ord_2"), id -> id, id -> "reloaded");
        assertThat(resumed).isEqualTo(new IdempotentOutcome<>("ord_1", false));
    }

    @Test
    void after_a_crash_the_next_one_resumes_when_the_lease_has_lapsed_and_the_zombie_changes_nothing() {
        String key = newKey();
        AtomicReference<IdempotentOutcome<String>> taken = new AtomicReference<>();
        idempotency.run(
                call(key, ORDER, "ord_1"),
                id -> {
                    // Frozen here for longer than the lease, while another process goes on.
                    now.set(now.get().plus(Duration.ofSeconds(31)));
                    taken.set(idempotency.run(call(key, ORDER, "ord_2"), other -> other, other -> "reloaded"));
                    return id;
                },
                id -> id);
        assertThat(taken.get()).isEqualTo(new IdempotentOutcome<>("ord_1", false));
        assertThat(idempotency.run(call(key, ORDER, "ord_3"), id -> "again", id -> id))
                .isEqualTo(new IdempotentOutcome<>("ord_1", true));
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        String key = newKey();
        idempotency.run(call(key, ORDER, "ord_1"), id -> id, id -> id);
        now.set(now.get().plus(Duration.ofHours(25)));
        assertThat(idempotency.run(call(key, "another body", "ord_2"), id -> id, id -> id))
                .isEqualTo(new IdempotentOutcome<>("ord_2", false));
    }

    @Test
    void without_a_key_where_none_is_needed_the_work_is_simply_done() {
        IdempotencyCall call = IdempotencyCall.optional(null, BUYER, "POST /v1/carts", null, "crt_1");
        assertThat(idempotency.run(call, id -> id, id -> "reloaded"))
                .isEqualTo(new IdempotentOutcome<>("crt_1", false));
    }
}
