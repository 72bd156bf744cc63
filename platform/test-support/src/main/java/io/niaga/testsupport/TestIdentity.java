package io.niaga.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service needs of an identity server, inside this JVM: issuer, key set, discovery, and client-credentials tokens for
 * any client. One per JVM, on a free port, started when first asked for.
 */
public final class TestIdentity {
    private static final String REALM = "/realms/niaga";
    private static final String PROTOCOL = REALM + "/protocol/openid-connect";
    private static final Pattern CLIENT_ID = Pattern.compile("(?:^|&)client_id=([^&]+)");
    private static final AtomicInteger KEY_SET_READS = new AtomicInteger();
    private static final HttpServer SERVER = start();

    private TestIdentity() {}

    public static String issuer() {
        return base() + REALM;
    }

    public static String keySetUri() {
        return base() + PROTOCOL + "/certs";
    }

    public static String tokenUri() {
        return base() + PROTOCOL + "/token";
    }

    /** How often the key set was read in this JVM, to show that unknown keys cause no storm. */
    public static int keySetReads() {
        return KEY_SET_READS.get();
    }

    private static String base() {
        return "http://localhost:" + SERVER.getAddress().getPort();
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "test-identity");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext(PROTOCOL + "/certs", TestIdentity::keySet);
            server.createContext(PROTOCOL + "/token", TestIdentity::token);
            server.createContext(REALM + "/.well-known/openid-configuration", TestIdentity::discovery);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keySet(HttpExchange exchange) throws IOException {
        KEY_SET_READS.incrementAndGet();
        answer(exchange, 200, Map.of("keys", List.of(SigningKey.PUBLISHED.jwk())));
    }

    private static void discovery(HttpExchange exchange) throws IOException {
        answer(exchange, 200, Map.of("issuer", issuer(), "jwks_uri", keySetUri(), "token_endpoint", tokenUri()));
    }

    private static void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String client = client(exchange.getRequestHeaders().getFirst("Authorization"), form);
        if (client == null || !form.contains("grant_type=client_credentials")) {
            answer(exchange, 400, Map.of("error", "unsupported_grant_type"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of("access_token", TestTokens.service(client), "expires_in", 300, "token_type", "Bearer"));
    }

    private static @Nullable String client(@Nullable String authorization, String form) {
        if (authorization != null && authorization.startsWith("Basic ")) {
            String pair = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
            return pair.substring(0, Math.max(0, pair.indexOf(':')));
        }
        Matcher named = CLIENT_ID.matcher(form);
        return named.find() ? named.group(1) : null;
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
