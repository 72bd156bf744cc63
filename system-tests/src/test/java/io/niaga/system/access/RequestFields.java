package io.niaga.system.access;

import io.niaga.testsupport.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the published API documents (docs/api) let somebody hand in: every place in a JSON body, every parameter. */
final class RequestFields {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final List<String> PARTS = List.of("allOf", "oneOf", "anyOf");
    private static final int DEEPEST = 12;

    private final JsonNode document;
    private final List<Field> found = new ArrayList<>();

    private RequestFields(JsonNode document) {
        this.document = document;
    }

    /**
     * One place.
     *
     * @param call the operation, {@code POST /v1/returns}
     * @param path of a body a pointer in which {@code *} is any index of a list or name in a map, {@code /lines/*}{@code /sku};
     *     of a parameter {@code ?} and its name
     * @param schema resolved
     */
    record Field(String call, String path, JsonNode schema) {
        boolean isText() {
            return schema.path("type").toString().contains("\"string\"");
        }

        boolean isMap() {
            return schema.path("additionalProperties").isObject();
        }

        /** A document of which nothing more is said. */
        boolean isFree() {
            return path.isEmpty()
                    && schema.path("type").asString("").equals("object")
                    && !schema.has("properties")
                    && !isMap();
        }

        /** By its name or its form. */
        boolean isAddress() {
            String name = path.toLowerCase(Locale.ROOT);
            return name.endsWith("url")
                    || name.endsWith("uri")
                    || schema.path("format").asString("").startsWith("ur");
        }

        boolean holds(String pointer) {
            String[] pattern = path.split("/");
            String[] steps = pointer.split("/");
            boolean holds = pattern.length == steps.length;
            for (int i = 0; holds && i < steps.length; i++) {
                holds = pattern[i].equals("*") || pattern[i].equals(steps[i]);
            }
            return holds;
        }

        @Override
        public String toString() {
            return call + " " + path;
        }
    }

    /** Of every published document. */
    static List<Field> all() {
        try (Stream<Path> documents = Files.list(Repository.root().resolve("docs/api"))) {
            return documents
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(path -> of(new YAMLMapper().readTree(path.toFile())).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Field> of(JsonNode document) {
        RequestFields fields = new RequestFields(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> fields.operation(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
        return List.copyOf(fields.found);
    }

    private void operation(String call, JsonNode operation) {
        operation.path("parameters").forEach(reference -> {
            JsonNode parameter = resolved(reference);
            found.add(new Field(call, "?" + parameter.path("name").asString(""), resolved(parameter.path("schema"))));
        });
        resolved(operation.path("requestBody")).path("content").properties().stream()
                .filter(content -> content.getKey().endsWith("json"))
                .filter(content -> !content.getKey().endsWith("ndjson"))
                .forEach(content -> body(call, "", content.getValue().path("schema"), 0));
    }

    private void body(String call, String path, JsonNode reference, int depth) {
        JsonNode schema = resolved(reference);
        if (depth > DEEPEST || schema.path("readOnly").asBoolean(false)) {
            return;
        }
        found.add(new Field(call, path, schema));
        PARTS.forEach(part -> schema.path(part).forEach(one -> body(call, path, one, depth + 1)));
        schema.path("properties")
                .properties()
                .forEach(property -> body(call, path + "/" + property.getKey(), property.getValue(), depth + 1));
        if (schema.path("items").isObject()) {
            body(call, path + "/*", schema.path("items"), depth + 1);
        }
        if (schema.path("additionalProperties").isObject()) {
            body(call, path + "/*", schema.path("additionalProperties"), depth + 1);
        }
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.path("$ref").isString()) {
            at = document.at(at.path("$ref").asString().substring(1));
        }
        return at;
    }
}
