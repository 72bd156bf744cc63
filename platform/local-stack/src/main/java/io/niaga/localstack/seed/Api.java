package io.niaga.localstack.seed;

import io.niaga.localstack.topology.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The gateway as one of the demo sign-ins sees it. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String gateway;
    private final String tokens;
    private final Map<String, String> signedIn = new HashMap<>();

    Api(Ports ports) {
        this.gateway = "http://localhost:" + ports.base();
        this.tokens = "http://localhost:" + ports.keycloak() + "/realms/niaga/protocol/openid-connect/token";
    }

    Answer get(String person, String path) {
        return send(request(person, path).GET());
    }

    Answer put(String person, String path, String json) {
        return send(
                request(person, path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    Answer post(String person, String path, String type, String key, String body) {
        return send(request(person, path)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Repeats a call until the answer is as wanted: services hear of each other's news a moment later. */
    static Answer until(Supplier<Answer> call, Predicate<Answer> wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Answer answer = call.get();
        while (!wanted.test(answer) && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = call.get();
        }
        return answer;
    }

    private HttpRequest.Builder request(String person, String path) {
        URI address = path.startsWith("http") ? URI.create(path) : URI.create(gateway + path);
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept-Language", "id")
                .header("Authorization", "Bearer " + signedIn.computeIfAbsent(person, this::signIn));
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        return until(() -> once(built), answer -> answer.status() != UNAVAILABLE && answer.status() != TOO_MANY);
    }

    private String signIn(String person) {
        Answer answer = once(HttpRequest.newBuilder(URI.create(tokens))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=niaga-demo&username=" + person + "&password=" + person))
                .build());
        if (!answer.isOk()) {
            throw new SeedFailed("The demo sign-in " + person + " was refused: " + answer);
        }
        return answer.json().path("access_token").asString();
    }

    private Answer once(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new SeedFailed(request.method() + " " + request.uri() + " failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SeedFailed("The seed was interrupted.");
        }
    }
}
