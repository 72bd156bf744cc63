package io.niaga.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as an operator sees it. Waits a little where it is told to; gives up after some tries. */
final class Gateway implements Api, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES = 5;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AuditSettings settings;
    private @Nullable String token;

    Gateway(AuditSettings settings) {
        this.settings = settings;
    }

    @Override
    public JsonNode get(String path) {
        HttpResponse<String> last = ask(path);
        if (last.statusCode() == UNAUTHORIZED && settings.token().isEmpty()) {
            token = null; // It was good for minutes.
            last = ask(path);
        }
        for (int i = 1; i < TRIES && (last.statusCode() == TOO_MANY || last.statusCode() == UNAVAILABLE); i++) {
            LockSupport.parkNanos(Duration.ofSeconds(i).toNanos());
            last = ask(path);
        }
        if (last.statusCode() != OK) {
            throw new ApiFailed("GET " + path + " was answered " + last.statusCode());
        }
        return JsonMapper.shared().readTree(last.body());
    }

    private HttpResponse<String> ask(String path) {
        String signedIn = token == null ? signIn() : token;
        token = signedIn;
        return send(HttpRequest.newBuilder(URI.create(settings.gateway() + path))
                .header("Authorization", "Bearer " + signedIn)
                .GET());
    }

    /** By the token that was given, or as the demo's operator. */
    private String signIn() {
        if (!settings.token().isEmpty()) {
            return settings.token();
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(settings.tokens()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=niaga-demo&username=operator&password=operator")));
        if (answer.statusCode() != OK) {
            throw new ApiFailed("the demo's operator cannot sign in; NIAGA_AUDIT_TOKEN takes another token");
        }
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(PATIENCE).build();
        try {
            return client.send(built, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ApiFailed(built.uri().getPath() + " was not answered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailed("the audit was interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
