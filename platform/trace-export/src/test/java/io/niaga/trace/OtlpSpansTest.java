package io.niaga.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OtlpSpansTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> types = new CopyOnWriteArrayList<>();
    private final HttpServer collector = collector();

    private HttpServer collector() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
                requests.add(JsonMapper.shared().readTree(exchange.getRequestBody()));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    private OtlpSpans spans(int oneIn) {
        URI endpoint = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
        return new OtlpSpans(endpoint, "order-service", oneIn);
    }

    private static Span span(String trace, String id) {
        Instant start = Instant.parse("2026-11-24T10:00:00.123456789Z");
        return new Span(
                trace,
                id,
                "00f067aa0ba902b7",
                Span.Kind.SERVER,
                "POST /v1/orders",
                start,
                start.plusMillis(5),
                true,
                Map.of("http.response.status_code", "500"));
    }

    @Test
    void a_span_arrives_as_the_protocol_wants_it() throws Exception {
        try (OtlpSpans spans = spans(1)) {
            spans.ended(span(TRACE, "00f067aa0ba902b8"));
            spans.ended(span(TRACE, "00f067aa0ba902b9"));
        }
        assertThat(types).containsOnly("application/json");
        JsonNode resource = requests.getFirst().at("/resourceSpans/0");
        assertThat(resource.at("/resource/attributes/0").toString())
                .isEqualTo("{\"key\":\"service.name\",\"value\":{\"stringValue\":\"order-service\"}}");
        JsonNode sent = resource.at("/scopeSpans/0/spans/0");
        assertThat(sent.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(sent.path("parentSpanId").asString()).isEqualTo("00f067aa0ba902b7");
        assertThat(sent.path("kind").asInt()).isEqualTo(2);
        assertThat(sent.path("startTimeUnixNano").asString()).isEqualTo("1795514400123456789");
        assertThat(sent.path("endTimeUnixNano").asString()).isEqualTo("1795514400128456789");
        assertThat(sent.at("/status/code").asInt()).isEqualTo(2);
        assertThat(requests.stream()
                        .mapToInt(
                                r -> r.at("/resourceSpans/0/scopeSpans/0/spans").size())
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void of_many_traces_some_are_kept_and_those_whole() throws Exception {
        try (OtlpSpans spans = spans(4)) {
            for (int i = 0; i < 400; i++) {
                String trace = "4bf92f3577b34da6a3ce929d%08x".formatted(i);
                spans.ended(span(trace, "00f067aa0ba902b8"));
                spans.ended(span(trace, "00f067aa0ba902b9"));
            }
        }
        assertThat(requests.stream()
                        .mapToInt(
                                r -> r.at("/resourceSpans/0/scopeSpans/0/spans").size())
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void a_collector_that_is_away_costs_the_spans_and_no_time() throws Exception {
        collector.stop(0);
        try (OtlpSpans spans = spans(1)) {
            long begin = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                spans.ended(span(TRACE, Span.newId()));
            }
            assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
        }
    }

    @Test
    void ids_are_read_from_a_traceparent() {
        String traceparent = "00-" + TRACE + "-00f067aa0ba902b7-01";
        assertThat(Span.traceOf(traceparent)).isEqualTo(TRACE);
        assertThat(Span.spanOf(traceparent)).isEqualTo("00f067aa0ba902b7");
        assertThat(Span.traceOf("nonsense")).isNull();
        assertThat(Span.newId()).hasSize(16).isNotEqualTo(Span.newId());
    }
}
