package io.niaga.system.operations;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes spans as an OpenTelemetry collector does (OTLP over HTTP, JSON) and keeps them. */
final class Collector implements AutoCloseable {
    private static final int KINDS = 5;

    /**
     * A span that has arrived.
     *
     * @param parent empty when it is the first of its trace
     */
    record Arrived(String service, String trace, String id, String parent, String name, int kind) {}

    private final List<Arrived> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                take(JsonMapper.shared().readTree(exchange.getRequestBody()));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** All of a trace so far. */
    List<Arrived> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** Refuses what the protocol does not allow, so that a collector of another make would take it too. */
    private void take(JsonNode request) {
        for (JsonNode resource : request.path("resourceSpans")) {
            String service =
                    resource.at("/resource/attributes/0/value/stringValue").asString();
            for (JsonNode span : resource.at("/scopeSpans/0/spans")) {
                require(span.path("traceId").asString().matches("[0-9a-f]{32}"), span);
                require(span.path("spanId").asString().matches("[0-9a-f]{16}"), span);
                require(span.path("kind").asInt() >= 1 && span.path("kind").asInt() <= KINDS, span);
                long start = Long.parseLong(span.path("startTimeUnixNano").asString());
                require(start <= Long.parseLong(span.path("endTimeUnixNano").asString()), span);
                spans.add(new Arrived(
                        service,
                        span.path("traceId").asString(),
                        span.path("spanId").asString(),
                        span.path("parentSpanId").asString(""),
                        span.path("name").asString(),
                        span.path("kind").asInt()));
            }
        }
    }

    private static void require(boolean holds, JsonNode span) {
        if (!holds) {
            throw new IllegalArgumentException("not a span: " + span);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
