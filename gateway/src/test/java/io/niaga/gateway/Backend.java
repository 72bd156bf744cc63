package io.niaga.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One server that plays all services and the identity server's keys: it echoes what reached it. */
final class Backend implements AutoCloseable {
    record Seen(String method, String path, Map<String, List<String>> headers, int bodySize) {}

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    /** How often the keys were fetched. */
    final AtomicInteger keysAsked = new AtomicInteger();

    private final AtomicBoolean drop = new AtomicBoolean();
    private volatile int status = 200;
    private volatile CompletableFuture<Void> heldBack = new CompletableFuture<>();
    private final HttpServer server;
    private final RSAKey key;

    Backend() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::echo);
        server.createContext("/keys", x -> {
            keysAsked.incrementAndGet();
            answer(x, 200, new JWKSet(key.toPublicJWK()).toString());
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next request is read and its connection closed without an answer. */
    void dropNext() {
        drop.set(true);
    }

    /** Answers all of {@code …/held} that came so far; those to come wait for the next time. */
    void release() {
        CompletableFuture<Void> waited = heldBack;
        heldBack = new CompletableFuture<>();
        waited.complete(null);
    }

    /** From now on it answers with this status. */
    Backend answering(int answer) {
        status = answer;
        return this;
    }

    String token(String subject) {
        return token(subject, "session-of-" + subject, "k1");
    }

    /** One that names a key which nobody has. */
    String forgedToken(String keyId) {
        return token("forger", null, keyId);
    }

    /** A client's own token has no session. */
    String clientToken(String subject) {
        return token(subject, null, "k1");
    }

    private String token(String subject, String session, String keyId) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                    new JWTClaimsSet.Builder()
                            .issuer("http://issuer.test")
                            .subject(subject)
                            .claim("azp", "partner-1")
                            .claim("sid", session)
                            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                            .build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void echo(HttpExchange exchange) throws IOException {
        int size = exchange.getRequestBody().readAllBytes().length;
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                size));
        if (drop.getAndSet(false)) {
            exchange.close();
            return;
        }
        if (exchange.getRequestURI().getPath().endsWith("/held")) {
            heldBack.join();
        }
        if (exchange.getRequestURI().getPath().endsWith("/slow")) {
            pause(3_000);
        }
        exchange.getResponseHeaders().set("ETag", "\"7\"");
        if (exchange.getRequestURI().getPath().endsWith("/halting")) {
            halting(exchange);
            return;
        }
        if (exchange.getRequestURI().getPath().endsWith("/large")) {
            large(exchange);
            return;
        }
        answer(exchange, status, "{\"size\":" + size + "}");
    }

    /** More than fits into what lies between a service and a client. */
    private static void large(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 16_000_000);
        for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(new byte[16_000]);
        }
        exchange.close();
    }

    /** Begins its answer at once and ends it two seconds later. */
    private static void halting(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        pause(2_000);
        exchange.getResponseBody().write('}');
        exchange.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
