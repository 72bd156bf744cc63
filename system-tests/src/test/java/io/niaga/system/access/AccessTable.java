package io.niaga.system.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code access.yml}: who may call what. Written by hand, so that it can disagree with the code. */
final class AccessTable {
    private AccessTable() {}

    static List<Row> read() {
        JsonNode root = document();
        List<Row> rows = new ArrayList<>();
        root.path("rows").forEach(row -> rows.add(row(row, root.path("groups"))));
        return List.copyOf(rows);
    }

    private static JsonNode document() {
        try (InputStream in = AccessTable.class.getResourceAsStream("/access.yml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(JsonNode row, JsonNode groups) {
        String call = row.path("call").asString();
        Map<String, String> headers = new LinkedHashMap<>();
        row.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
        return new Row(
                call,
                row.path("of").asString(""),
                row.path("to").asString(call.substring(call.indexOf(' ') + 1)),
                row.has("body") ? row.path("body") : null,
                Map.copyOf(headers),
                row.path("match").asString(""),
                actors(row.path("may"), groups),
                actors(row.path("hidden"), groups),
                actors(row.path("empty"), groups),
                row.path("refused").asInt(403),
                row.path("conflict").asBoolean(false));
    }

    private static Set<String> actors(JsonNode names, JsonNode groups) {
        Set<String> actors = new LinkedHashSet<>();
        for (JsonNode name : names) {
            String text = name.asString();
            if (groups.has(text)) {
                actors.addAll(actors(groups.path(text), groups));
            } else if (Actors.ALL.contains(text)) {
                actors.add(text);
            } else {
                throw new IllegalArgumentException("access.yml names an unknown actor: " + text);
            }
        }
        return Set.copyOf(actors);
    }
}
