package io.niaga.localstack.seed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.niaga.localstack.topology.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway and an identity server that remember what they are told, and no more than the seed needs. */
final class FakeShop implements AutoCloseable {
    final Map<String, String> kept = new HashMap<>();
    final TreeSet<String> skus = new TreeSet<>();
    final TreeSet<String> products = new TreeSet<>();
    final List<String> writes = new ArrayList<>();
    int rejected;
    private final HttpServer gateway;
    private final HttpServer identity;

    FakeShop() throws IOException {
        HttpServer first = null;
        HttpServer second = null;
        for (int port = 22_100; second == null; port++) {
            first = listening(port);
            second = first == null ? null : listening(port + 100);
            if (first != null && second == null) {
                first.stop(0);
            }
        }
        gateway = first;
        identity = second;
        gateway.createContext("/", this::answer);
        identity.createContext("/", exchange -> respond(exchange, 200, "{\"access_token\":\"t\"}"));
        gateway.start();
        identity.start();
    }

    Ports ports() {
        return new Ports(gateway.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!exchange.getRequestMethod().equals("GET")) {
            writes.add(exchange.getRequestMethod() + " " + path);
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                kept.put(path, body);
                respond(exchange, 201, body);
            }
            case "POST" -> imported(exchange, body);
            default -> read(exchange, path);
        }
    }

    private void imported(HttpExchange exchange, String body) throws IOException {
        for (String line : body.lines().toList()) {
            JsonNode row = JsonMapper.shared().readTree(line);
            skus.add(row.path("sku").asString());
            products.add(row.path("product").asString());
        }
        respond(exchange, 202, "{\"id\":\"imp_1\",\"state\":\"RECEIVED\"}");
    }

    private void read(HttpExchange exchange, String path) throws IOException {
        if (path.startsWith("/v1/stock/")) {
            respond(exchange, skus.contains(path.substring("/v1/stock/".length())) ? 200 : 404, "{}");
        } else if (path.equals("/v1/product-imports/imp_1")) {
            respond(exchange, 200, "{\"state\":\"DONE\",\"rows\":{\"rejected\":" + rejected + "}}");
        } else if (path.equals("/v1/products")) {
            String items = String.join(",", products.stream().map(key -> "{}").toList());
            respond(exchange, 200, "{\"items\":[" + items + "]}");
        } else if (path.endsWith("/members")) {
            respond(exchange, 200, String.join(" ", kept.keySet()));
        } else {
            respond(exchange, kept.containsKey(path) ? 200 : 404, "{}");
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() {
        gateway.stop(0);
        identity.stop(0);
    }
}
