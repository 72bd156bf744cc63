package io.niaga.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GatewayIT {
    private static final Backend BACKEND = new Backend();
    private static final Backend STARTING = new Backend().answering(503);
    private static final String NOBODY_LISTENS = "http://127.0.0.1:1";
    private static final int IMPORTS = 3;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @Value("${local.server.port}")
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        // Where Boot believes forwarded headers unless it is told otherwise.
        registry.add("spring.main.cloud-platform", () -> "kubernetes");
        for (String upstream : List.of("catalog", "user", "order", "payment", "search")) {
            registry.add("niaga.gateway.upstreams." + upstream, BACKEND::url);
        }
        registry.add("niaga.gateway.upstreams.reporting", () -> NOBODY_LISTENS);
        registry.add("niaga.gateway.upstreams.loyalty", () -> NOBODY_LISTENS + "," + BACKEND.url());
        registry.add("niaga.gateway.upstreams.fulfillment", () -> STARTING.url() + "," + BACKEND.url());
        registry.add("niaga.gateway.issuer", () -> "http://issuer.test");
        registry.add("niaga.gateway.jwks-uri", () -> BACKEND.url() + "/keys");
        registry.add("niaga.gateway.quotas.import", () -> IMPORTS);
        registry.add("niaga.gateway.max-upload", () -> "2MB");
        registry.add("niaga.gateway.response-timeout", () -> "1s");
        registry.add("management.server.port", () -> "0");
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
        STARTING.close();
    }

    @BeforeEach
    void forget() {
        BACKEND.seen.clear();
        STARTING.seen.clear();
    }

    @Test
    void a_request_reaches_its_service_unchanged_with_a_trace() throws Exception {
        var answer = send(
                request("/v1/carts/crt_1?limit=2").header("Cart-Token", "v1.x").header("On-Behalf-Of", "usr_x"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        Backend.Seen seen = BACKEND.seen.getFirst();
        assertThat(seen.path()).isEqualTo("/v1/carts/crt_1?limit=2");
        assertThat(seen.headers()).containsEntry("Cart-token", List.of("v1.x")).doesNotContainKey("On-behalf-of");
        String traceparent = seen.headers().get("Traceparent").getFirst();
        assertThat(answer.headers().firstValue("X-Request-Id")).contains(traceparent.substring(3, 35));
    }

    @Test
    void a_service_learns_the_address_that_was_seen_and_nothing_that_the_client_says_about_it() throws Exception {
        send(request("/v1/carts/crt_1")
                .header("X-Forwarded-For", "192.0.2.1, 192.0.2.2")
                .header("X-Forwarded-Host", "evil.test")
                .header("X-Forwarded-Port", "1")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Forwarded-Proto", "gopher")
                .header("Forwarded", "for=192.0.2.1;host=evil.test"));
        assertThat(BACKEND.seen.getFirst().headers())
                .containsEntry("X-forwarded-for", List.of("127.0.0.1"))
                .doesNotContainKeys(
                        "X-forwarded-host", "X-forwarded-port", "X-forwarded-prefix", "X-forwarded-proto", "Forwarded");
    }

    @Test
    void a_busy_connection_grows_old_too_so_that_new_replicas_get_their_share(@Autowired HttpClientProperties client) {
        assertThat(client.getPool().getMaxLifeTime()).hasSeconds(60);
        assertThat(client.getPool().getMaxIdleTime()).hasSeconds(5);
    }

    @Test
    void a_callers_trace_goes_on() throws Exception {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        send(request("/v1/carts/crt_1").header("traceparent", trace));
        assertThat(BACKEND.seen.getFirst().headers().get("Traceparent")).containsExactly(trace);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/reservations/rsv_1",
                "/v1/unknown",
                "/",
                "/actuator/health",
                "/actuator/deadletters",
                "/v1/openapi/none"
            })
    void what_nobody_owns_is_not_found(String path) throws Exception {
        assertProblem(send(request(path)), 404, "NO_SUCH_PATH");
        assertThat(BACKEND.seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/carts/%2e%2e/%2e%2e/internal/v1/x", "/v1//carts", "/v1/carts/a%2Fb", "/v1/carts/x%00"})
    void disguised_paths_are_refused(String path) throws Exception {
        assertProblem(send(request(path)), 400, "PATH_REFUSED");
        assertThat(BACKEND.seen).isEmpty();
    }

    @Test
    void a_service_that_is_away_is_an_honest_503_and_the_breaker_opens() throws Exception {
        for (int i = 0; i < 15; i++) {
            var answer = send(request("/v1/reports/sales"));
            assertProblem(answer, 503, "UPSTREAM_UNAVAILABLE");
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        }
        assertThat(send(request("/v1/carts/crt_1")).statusCode()).isEqualTo(200);
    }

    @Test
    void of_several_addresses_one_that_is_away_is_passed_over() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(send(request("/v1/coupons?limit=1")).statusCode()).isEqualTo(200);
            assertThat(send(request("/v1/coupons").POST(BodyPublishers.ofString("{}")))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(BACKEND.seen).hasSize(40);
    }

    @Test
    void of_several_addresses_one_that_cannot_answer_now_loses_its_reads_to_another() throws Exception {
        for (int i = 0; i < 20; i++) {
            var answer = send(request("/v1/fulfillments?limit=1"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("ETag")).containsExactly("\"7\"");
            assertThat(answer.body()).isEqualTo("{\"size\":0}");
        }
        assertThat(BACKEND.seen).hasSize(20);
        assertThat(STARTING.seen).isNotEmpty().hasSizeLessThan(10);
    }

    @Test
    void what_a_service_answers_to_a_write_is_its_answer() throws Exception {
        for (int i = 0; i < 4; i++) {
            send(request("/v1/fulfillments/ful_1/release").POST(BodyPublishers.ofString("{}")));
        }
        assertThat(BACKEND.seen.size() + STARTING.seen.size()).isEqualTo(4);
        assertThat(STARTING.seen).isNotEmpty();
    }

    @Test
    void a_read_that_is_dropped_is_asked_once_more_a_write_is_not() throws Exception {
        BACKEND.dropNext();
        assertThat(send(request("/v1/carts/crt_1")).statusCode()).isEqualTo(200);
        assertThat(BACKEND.seen).hasSize(2);
        BACKEND.dropNext();
        var write = send(request("/v1/carts").POST(BodyPublishers.ofString("{}")));
        assertProblem(write, 503, "UPSTREAM_UNAVAILABLE");
        assertThat(BACKEND.seen).hasSize(3);
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_a_503() throws Exception {
        assertProblem(send(request("/v1/carts/slow")), 503, "UPSTREAM_TIMEOUT");
    }

    @Test
    void an_announced_body_over_the_limit_is_refused_unread() throws Exception {
        var large = request("/v1/carts").POST(BodyPublishers.ofByteArray(new byte[1_048_577]));
        assertProblem(send(large), 413, "BODY_TOO_LARGE");
        assertThat(BACKEND.seen).isEmpty();
    }

    @Test
    void an_unannounced_body_is_counted() throws Exception {
        byte[] body = new byte[3_000_000];
        var large = request("/v1/carts").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertProblem(send(large), 413, "BODY_TOO_LARGE");
    }

    @Test
    void each_caller_has_a_quota_of_their_own_and_is_told() throws Exception {
        String first = BACKEND.token("first");
        for (int i = IMPORTS - 1; i >= 0; i--) {
            var answer = send(importAs(first));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"import\";r=" + i + ";");
            assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"import\";q=" + IMPORTS + ";w=60");
        }
        var refused = send(importAs(first));
        assertProblem(refused, 429, "QUOTA_EXCEEDED");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(send(importAs(BACKEND.token("second"))).statusCode()).isEqualTo(200);
    }

    @Test
    void all_tokens_of_a_client_share_its_quota() throws Exception {
        for (int i = 0; i < IMPORTS; i++) {
            assertThat(send(importAs(BACKEND.clientToken("service-" + i))).statusCode())
                    .isEqualTo(200);
        }
        assertProblem(send(importAs(BACKEND.clientToken("service-x"))), 429, "QUOTA_EXCEEDED");
    }

    @Test
    void forged_tokens_share_the_quota_of_their_address() throws Exception {
        for (int i = 0; i < IMPORTS; i++) {
            send(importAs(BACKEND.token("forged" + i) + "x"));
        }
        assertProblem(send(importAs(BACKEND.token("another") + "x")), 429, "QUOTA_EXCEEDED");
    }

    @Test
    void an_escaped_letter_is_no_way_into_another_quota() throws Exception {
        for (String members : List.of("members", "member%73", "%6Dembers")) {
            var answer = send(request("/v1/stores/sto_1/" + members).POST(BodyPublishers.ofString("{}")));
            assertThat(answer.headers().firstValue("RateLimit-Policy").orElseThrow())
                    .as(members)
                    .startsWith("\"registration\";");
        }
    }

    @Test
    void forged_tokens_do_not_flood_whoever_has_the_keys() throws Exception {
        int before = BACKEND.keysAsked.get();
        Instant start = Instant.now();
        for (int i = 0; i < 200; i++) {
            send(request("/v1/carts/crt_1").header("Authorization", "Bearer " + BACKEND.forgedToken("forged-" + i)));
        }
        long every5Seconds = Duration.between(start, Instant.now()).dividedBy(Duration.ofSeconds(5));
        assertThat(BACKEND.keysAsked.get() - before).isLessThanOrEqualTo((int) every5Seconds + 1);
        var known = send(request("/v1/carts/crt_1").header("Authorization", "Bearer " + BACKEND.token("known")));
        assertThat(known.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"read\";r=1199;");
    }

    @Test
    void browsers_of_known_origins_may_call_and_read_the_headers() throws Exception {
        var preflight = send(request("/v1/carts")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "POST"));
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("http://localhost:3000");
        var answer = send(request("/v1/carts/crt_1").header("Origin", "http://localhost:3000"));
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Cart-Token", "ETag", "RateLimit");
        assertThat(send(request("/v1/carts/crt_1").header("Origin", "https://evil.test"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_documents_of_all_services_are_one_page() throws Exception {
        var page = send(request("/docs"));
        assertThat(page.body()).contains("/docs/assets/swagger-ui-bundle.js");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(send(request("/docs/start.js")).body()).contains("/v1/openapi/fulfillment");
        assertThat(send(request("/docs/assets/swagger-ui-bundle.js")).statusCode())
                .isEqualTo(200);
    }

    private HttpRequest.Builder importAs(String token) {
        return request("/v1/product-imports")
                .POST(BodyPublishers.ofString("{}"))
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.at("/code").asString()).isEqualTo(code);
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/traceId").asString()).hasSize(32);
    }
}
