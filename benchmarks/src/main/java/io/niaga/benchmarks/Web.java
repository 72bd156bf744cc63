package io.niaga.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One keep-alive connection to one address; not for several threads at once. */
final class Web implements AutoCloseable {
    private static final int UNAVAILABLE = 503;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Web(String base) {
        this.base = base;
    }

    /** An answer; its body is kept as it came. */
    record Answer(HttpResponse<byte[]> response) {
        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElseThrow();
        }

        Answer expect(int expected) {
            int status = response.statusCode();
            if (status != expected) {
                String what = response.request().method() + " " + response.uri() + " answered " + status + ": "
                        + new String(response.body(), StandardCharsets.UTF_8);
                throw status == UNAVAILABLE ? new Unavailable(what) : new IllegalStateException(what);
            }
            return this;
        }
    }

    /** Not now: whoever asks again may have it. */
    static final class Unavailable extends IllegalStateException {
        private Unavailable(String what) {
            super(what);
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Any request; a content type among the headers, else JSON. */
    Answer send(String method, String path, byte @org.jspecify.annotations.Nullable [] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body != null && !String.join(" ", headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An access token of a demo sign-in. */
    static String token(String identity, String name) {
        try (Web web = new Web(identity)) {
            return web.send(
                            "POST",
                            "/realms/niaga/protocol/openid-connect/token",
                            ("grant_type=password&client_id=niaga-demo&username=" + name + "&password=" + name)
                                    .getBytes(StandardCharsets.UTF_8),
                            "Content-Type",
                            "application/x-www-form-urlencoded")
                    .expect(200)
                    .json()
                    .path("access_token")
                    .asString();
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
