package io.niaga.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayTest {
    @Test
    void a_token_that_is_too_old_is_renewed() throws IOException {
        int[] tokens = {0};
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> answer(exchange, 200, "{\"access_token\":\"" + ++tokens[0] + "\"}"));
        server.createContext("/v1/things", exchange -> {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            answer(exchange, token.equals("Bearer 2") ? 200 : 401, "{\"by\":\"" + token + "\"}");
        });
        server.start();
        String at = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> environment = Map.of("NIAGA_GATEWAY_URL", at, "NIAGA_TOKEN_URI", at + "/token");
        try (Gateway gateway = new Gateway(AuditSettings.of(List.of(), environment))) {
            assertThat(gateway.get("/v1/things").path("by").asString()).isEqualTo("Bearer 2");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
