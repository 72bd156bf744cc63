package io.niaga.system.tour;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes calls and writes them down, with the headers that matter. */
final class Shown {
    private static final List<String> ANSWERED =
            List.of("Location", "Cart-Token", "Order-Token", "Idempotency-Replayed", "Content-Type");
    private static final String JSON = "application/json";

    private final StringBuilder text;
    private final String who;
    private final Api api;
    private final Map<String, String> headers;
    private final Set<String> fields;

    Shown(StringBuilder text, String who, Api api) {
        this(text, who, api, Map.of(), Set.of());
    }

    private Shown(StringBuilder text, String who, Api api, Map<String, String> headers, Set<String> fields) {
        this.text = text;
        this.who = who;
        this.api = api;
        this.headers = headers;
        this.fields = fields;
    }

    /** Only these fields of an answer are written down: of the others some are still on their way when it is given. */
    Shown only(String... names) {
        return new Shown(text, who, api, headers, Set.of(names));
    }

    Shown with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Shown(text, who, api.with(header, value), more, fields);
    }

    Answer get(String path) {
        return shown("GET", path, "", "", api.get(path));
    }

    Answer post(String path, String json) {
        return shown(
                "POST", path, json.isEmpty() ? "" : JSON, json, json.isEmpty() ? api.post(path) : api.post(path, json));
    }

    Answer put(String path, String json) {
        return shown("PUT", path, JSON, json, api.put(path, json));
    }

    Answer patch(String path, String json) {
        return shown("PATCH", path, "application/merge-patch+json", json, api.patch(path, json));
    }

    Answer send(String method, String path, String contentType, String body) {
        Answer answer = api.send(method, path, contentType, body.getBytes(StandardCharsets.UTF_8));
        return shown(method, path, contentType, body, answer);
    }

    private Answer shown(String method, String path, String contentType, String body, Answer answer) {
        text.append("\n```http\n").append(method).append(' ').append(path).append('\n');
        if (!who.isEmpty()) {
            text.append("Authorization: Bearer <token of ").append(who).append(">\n");
        }
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        if (!contentType.isEmpty()) {
            text.append("Content-Type: ").append(contentType).append("\n\n");
            text.append(body.strip()).append('\n');
        }
        text.append("```\n\n```http\nHTTP/1.1 ").append(answer.status()).append('\n');
        for (String name : ANSWERED) {
            answer.header(name)
                    .ifPresent(value ->
                            text.append(name).append(": ").append(value).append('\n'));
        }
        if (!answer.body().isEmpty()) {
            text.append('\n').append(readable(answer)).append('\n');
        }
        text.append("```\n");
        return answer;
    }

    private String readable(Answer answer) {
        if (!answer.header("Content-Type").orElse("").contains("json")) {
            return answer.body().strip();
        }
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        if (body instanceof ObjectNode object && !fields.isEmpty()) {
            object.retain(fields);
        }
        return Pretty.of(body)
                .replaceAll("(\"[a-z]+_token\": \")[^\"]+", "$1…")
                .replaceAll("(\"session_state\": \")[^\"]+", "$1…");
    }
}
