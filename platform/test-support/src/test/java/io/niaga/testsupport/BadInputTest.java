package io.niaga.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** A server that refuses everything politely is let through; each way to do it badly is found. */
class BadInputTest {
    private static final String DOCUMENT = """
            {"openapi":"3.1.0","paths":{"/v1/things/{id}":{"put":{
              "parameters":[{"name":"id","in":"path"},{"name":"limit","in":"query","schema":{"type":"integer"}}],
              "requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}}}}},
             "components":{"schemas":{"Thing":{"type":"object","properties":{
               "name":{"type":"string"},"texts":{"type":"object","additionalProperties":{"type":"string"}},
               "parts":{"type":"array","items":{"type":"integer"}}}}}}}""";

    private static final String GOOD = TestTokens.operator();

    private final AtomicInteger kept = new AtomicInteger();
    private HttpServer server;
    private Flaw flaw = Flaw.NONE;

    private enum Flaw {
        NONE,
        FAILS_ON_BROKEN_JSON,
        BELIEVES_ANY_TOKEN,
        TAKES_UNKNOWN_FIELDS,
        COERCES_NUMBERS,
        COERCES_NUMBERS_IN_A_MAP,
        ANSWERS_PLAIN_TEXT,
        KEEPS_WHAT_IT_REFUSES,
        NEVER_READS_BODIES,
        FAILS_ON_NUL_IN_A_PATH,
        TAKES_ANY_LIMIT
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_polite_server_passes() {
        assertThatCode(this::check).doesNotThrowAnyException();
        assertThat(kept).hasValue(0);
    }

    @Test
    void every_flaw_is_found() {
        for (Flaw each : Flaw.values()) {
            flaw = each;
            kept.set(0);
            if (each != Flaw.NONE) {
                assertThatThrownBy(this::check).as(each.name()).isInstanceOf(AssertionError.class);
            }
        }
    }

    private void check() throws Throwable {
        Api api = Api.at("http://127.0.0.1:" + server.getAddress().getPort());
        List<DynamicTest> tests =
                BadInput.of(api, "thing").as(GOOD).unchanged(kept::get).tests().toList();
        assertThat(tests).hasSize(1);
        tests.getFirst().getExecutable().execute();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        if (path.startsWith("/v1/openapi/")) {
            answer(exchange, 200, "application/json", DOCUMENT);
            return;
        }
        int status = flawed(exchange, path, body);
        if (status >= 400 && flaw == Flaw.KEEPS_WHAT_IT_REFUSES) {
            kept.incrementAndGet();
        }
        String problem = "{\"type\":\"/problems/X\",\"title\":\"t\",\"status\":" + status
                + ",\"detail\":\"d\",\"code\":\"X\",\"instance\":\"/x\",\"traceId\":\"1\"}";
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        exchange.getResponseHeaders().set("Allow", "PUT");
        String type = flaw == Flaw.ANSWERS_PLAIN_TEXT ? "text/plain" : "application/problem+json";
        answer(exchange, status, type, problem);
    }

    private int flawed(HttpExchange exchange, String path, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        return switch (flaw) {
            case BELIEVES_ANY_TOKEN -> hostile(token) ? 404 : polite(exchange, text, token);
            case FAILS_ON_BROKEN_JSON -> text.equals("surprise") ? 500 : polite(exchange, text, token);
            case TAKES_UNKNOWN_FIELDS -> text.contains("surpriseField") ? 200 : polite(exchange, text, token);
            case COERCES_NUMBERS -> text.contains("12345") ? 200 : polite(exchange, text, token);
            case COERCES_NUMBERS_IN_A_MAP -> text.contains("{\"id\":12345}") ? 200 : polite(exchange, text, token);
            case FAILS_ON_NUL_IN_A_PATH -> path.contains("%00") ? 500 : polite(exchange, text, token);
            case TAKES_ANY_LIMIT -> query.contains("limit=abc") ? 200 : polite(exchange, text, token);
            case NEVER_READS_BODIES -> hostile(token) ? 401 : 404;
            case NONE, ANSWERS_PLAIN_TEXT, KEEPS_WHAT_IT_REFUSES -> polite(exchange, text, token);
        };
    }

    private static int polite(HttpExchange exchange, String text, String token) {
        if (hostile(token)) {
            return 401;
        }
        if (!exchange.getRequestMethod().equals("PUT")) {
            return 405;
        }
        return 400;
    }

    private static boolean hostile(String token) {
        return token.startsWith("Bearer") && !token.equals("Bearer " + GOOD);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
