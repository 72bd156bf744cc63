package io.niaga.service.sample;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.niaga.store.EmbeddedStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample service, started once per test run, and a client for it. */
public final class Sample {
    public static final String GUEST_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    public static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final EmbeddedStore STORE = EmbeddedStore.inMemory();
    public static final WireMockServer CATALOG = catalog();
    private static final ServletWebServerApplicationContext CONTEXT = start();

    private Sample() {}

    private static ServletWebServerApplicationContext start() {
        return start("--spring.mongodb.uri=" + STORE.uri());
    }

    /** Another one, with arguments of its own; the caller closes it. */
    public static ServletWebServerApplicationContext start(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                // Where Boot interprets and removes forwarded headers unless it is told otherwise.
                "--spring.main.cloud-platform=kubernetes",
                "--spring.mongodb.database=niaga_sample",
                "--niaga.identity.issuer=" + Tokens.ISSUER,
                "--niaga.identity.jwks-uri=" + Tokens.jwksUri(),
                "--niaga.service-token.uri=" + Tokens.tokenUri(),
                "--niaga.service-token.client-id=sample-service",
                "--niaga.service-token.client-secret=known-to-the-test",
                "--niaga.clients.catalog.url=" + CATALOG.baseUrl(),
                "--niaga.clients.catalog.read-timeout=1s",
                "--niaga.guest-tokens.keys=" + GUEST_KEY));
        all.addAll(List.of(arguments));
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(SampleServiceApplication.class)
                .properties("spring.application.name=sample-service")
                .run(all.toArray(String[]::new));
    }

    private static WireMockServer catalog() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    public static int port() {
        return CONTEXT.getWebServer().getPort();
    }

    public static int managementPort() {
        return Integer.parseInt(CONTEXT.getEnvironment().getRequiredProperty("local.management.port"));
    }

    public static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static HttpResponse<String> get(String path, String... headers) {
        return send(headers.length == 0 ? request(path) : request(path).headers(headers));
    }

    public static HttpResponse<String> post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(json));
        request.header("Content-Type", "application/json");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
