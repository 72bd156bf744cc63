package io.niaga.localstack.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The management port of one service of this machine. */
record ManagementPort(String service, int port) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_REDRIVE = Duration.ofMinutes(10);
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    /** What waits in each group; none when the service does not listen, empty when it does not answer. */
    Optional<JsonNode> deadLetters() {
        return send(request("").GET(), PATIENCE);
    }

    /** Receives a group's again, of one key or of all. */
    JsonNode redrive(String group, Optional<String> key) {
        String body = JsonMapper.shared()
                .writeValueAsString(
                        key.<Map<String, String>>map(k -> Map.of("key", k)).orElse(Map.of()));
        HttpRequest.Builder request =
                request("/" + group).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return send(request, LONGEST_REDRIVE)
                .orElseThrow(
                        () -> new IllegalStateException(service + " did not answer to the redrive of " + group + "."));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/deadletters" + path));
    }

    private Optional<JsonNode> send(HttpRequest.Builder request, Duration patience) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request.timeout(patience).build(), BodyHandlers.ofString());
            if (answer.statusCode() == NOT_FOUND) {
                return Optional.of(JsonMapper.shared().createObjectNode());
            }
            return answer.statusCode() >= SERVER_ERROR
                    ? Optional.empty()
                    : Optional.of(JsonMapper.shared().readTree(answer.body()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
