package io.niaga.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP client for tests: {@code api.as(token).post("/v1/orders", body).expect(201).text("/id")}.
 *
 * <p>Immutable: {@link #as} and {@link #with} give another client. A body is JSON text, or anything Jackson writes. Redirects
 * are not followed; a call ends after 30 s. The one of a {@link NiagaIT} fails at an answer that the service's own API
 * document does not promise.
 */
public final class Api {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final String JSON = "application/json";

    private final Supplier<String> base;
    private final Supplier<Optional<Promises>> promises;
    private final Map<String, String> headers;

    private Api(Supplier<String> base, Supplier<Optional<Promises>> promises, Map<String, String> headers) {
        this.base = base;
        this.promises = promises;
        this.headers = headers;
    }

    /** A client of the server there; nobody is signed in. */
    public static Api at(String base) {
        return new Api(() -> base, Optional::empty, Map.of());
    }

    /** A client whose server's address and promises are asked for at each call: they may not be known yet. */
    static Api at(Supplier<String> base, Supplier<Optional<Promises>> promises) {
        return new Api(base, promises, Map.of());
    }

    /** The same as that token's holder. */
    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same with a header on every call. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, promises, Map.copyOf(more));
    }

    /** The same with {@code If-Match} on the version of that answer. */
    public Api matching(Answer answer) {
        return with("If-Match", answer.etag());
    }

    /** The same with a key of that name; a repeated call with it is the same request. */
    public Api once(String key) {
        return with("Idempotency-Key", "\"" + key + "\"");
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, JSON, json(body));
    }

    /** A POST without a body. */
    public Answer post(String path) {
        return send("POST", path, null, BodyPublishers.noBody());
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, JSON, json(body));
    }

    /** A JSON Merge Patch (RFC 7396). */
    public Answer patch(String path, Object body) {
        return send("PATCH", path, "application/merge-patch+json", json(body));
    }

    /** Any call, with any bytes. */
    public Answer send(String method, String path, @Nullable String contentType, byte[] body) {
        return send(method, path, contentType, BodyPublishers.ofByteArray(body));
    }

    private Answer send(String method, String path, @Nullable String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base.get() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::setHeader);
        if (contentType != null && !headers.containsKey("Content-Type")) {
            request.setHeader("Content-Type", contentType);
        }
        try {
            HttpRequest sent = request.build();
            HttpResponse<byte[]> response = CLIENT.send(sent, BodyHandlers.ofByteArray());
            Answer answer = new Answer(method + " " + path, response);
            promises.get()
                    .ifPresent(p -> Assertions.assertThat(p.broken(sent, response))
                            .as("what the API document says of %s", answer)
                            .isEmpty());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : Json.write(body));
    }
}
