package io.niaga.system.access;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a row's call as somebody. */
final class Calls {
    private final World world;

    Calls(World world) {
        this.world = world;
    }

    /** Makes what the row is about, so that no refused call has to. */
    void prepare(Row row) {
        String all = row.to() + row.match() + row.headers() + (row.body() == null ? "" : row.body());
        fill(all, new HashMap<>(), false);
    }

    /** A row's call, as it would be made: where to, of what type, with which body. */
    record Made(String path, String type, @Nullable JsonNode body) {}

    Made describe(Row row) {
        Map<String, String> once = new HashMap<>();
        String path = fill(row.to(), once, false);
        JsonNode body = row.body() == null
                ? null
                : JsonMapper.shared().readTree(fill(row.body().toString(), once, false));
        return new Made(path, body == null ? "" : row.headers().getOrDefault("Content-Type", contentType(row)), body);
    }

    /** The {@code ETag}, as it is now, of what {@link #describe} is about; empty when none is asked for. */
    String match(Row row, String actor) {
        return match(row, actor, new HashMap<>(), false);
    }

    private String match(Row row, String actor, Map<String, String> once, boolean letIn) {
        return row.match().equals("own") ? ownEtag(actor) : etag(fill(row.match(), once, letIn));
    }

    Answer make(Row row, String actor) {
        return make(row, actor, null);
    }

    /** The same with another body. */
    Answer make(Row row, String actor, @Nullable String otherBody) {
        // One new thing per call, the same wherever the row names it.
        Map<String, String> once = new HashMap<>();
        boolean letIn = row.expected(actor) == 200;
        String to = fill(row.to(), once, letIn);
        String match = match(row, actor, once, letIn);
        Api api = world.as(actor).once(UUID.randomUUID().toString());
        if (!match.isEmpty()) {
            api = api.with("If-Match", match);
        }
        for (Map.Entry<String, String> header : row.headers().entrySet()) {
            api = api.with(header.getKey(), fill(header.getValue(), once, letIn));
        }
        String said = otherBody != null
                ? otherBody
                : row.body() == null ? "" : fill(row.body().toString(), once, letIn);
        byte[] body = said.getBytes(StandardCharsets.UTF_8);
        return api.send(row.method(), to, row.body() == null ? null : contentType(row), body);
    }

    private static String contentType(Row row) {
        return row.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    /** Who is refused needs no thing of their own: nothing happens to it. */
    private String fill(String text, Map<String, String> once, boolean letIn) {
        return Filling.fill(text, name -> {
            String wanted = letIn || !name.startsWith("new.") ? name : name.substring(4);
            return name.startsWith("new.") ? once.computeIfAbsent(name, n -> world.value(wanted)) : world.value(wanted);
        });
    }

    private String etag(String path) {
        return path.isEmpty() ? "" : world.as("operator").get(path).etag();
    }

    /** One's own resource is versioned with one's account. */
    private String ownEtag(String actor) {
        return world.as(actor).get("/v1/me").header("ETag").orElse("\"1\"");
    }
}
