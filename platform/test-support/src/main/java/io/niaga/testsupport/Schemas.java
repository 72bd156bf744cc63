package io.niaga.testsupport;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes examples that fit a JSON Schema, well enough for most of ours. */
record Schemas(ApiDocument document) {
    /** The one name in an example of a map; a language, where texts are kept by language. */
    static final String NAME = "id";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    private static final Map<String, String> FORMATS = Map.of(
            "date-time", "2026-11-24T10:00:00Z",
            "date", "2026-11-24",
            "uuid", "0199e0a0-0000-7000-8000-000000000001",
            "uri", "https://example.com/a",
            "url", "https://example.com/a",
            "email", "someone@example.com");

    /** The type that the schema demands; empty when it demands none, or several. */
    String type(JsonNode schema) {
        JsonNode type = document.resolve(schema).path("type");
        if (type.isArray()) {
            var named = type.valueStream()
                    .map(JsonNode::asString)
                    .filter(t -> !t.equals("null"))
                    .toList();
            return named.size() == 1 ? named.getFirst() : "";
        }
        return type.asString();
    }

    JsonNode example(JsonNode schema) {
        return example(schema, 0);
    }

    private JsonNode example(JsonNode reference, int depth) {
        JsonNode schema = document.resolve(reference);
        if (!schema.path("example").isMissingNode()) {
            return schema.path("example");
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").path(0);
        }
        for (String choice : new String[] {"allOf", "oneOf", "anyOf"}) {
            if (schema.path(choice).size() > 0) {
                return example(schema.path(choice).path(0), depth + 1);
            }
        }
        return depth > DEEPEST ? JSON.nullNode() : ofType(schema, depth);
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        return switch (type(schema)) {
            case "string" ->
                JSON.stringNode(FORMATS.getOrDefault(schema.path("format").asString(), "x"));
            case "integer" -> JSON.numberNode(schema.path("minimum").asLong(1));
            case "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> JSON.arrayNode().add(example(schema.path("items"), depth + 1));
            case "object" -> object(schema, depth);
            default -> JSON.nullNode();
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().stream()
                .filter(p -> !p.getValue().path("readOnly").asBoolean(false))
                .forEach(p -> object.set(p.getKey(), example(p.getValue(), depth + 1)));
        if (schema.path("additionalProperties").isObject()) {
            object.set(NAME, example(schema.path("additionalProperties"), depth + 1));
        }
        return object;
    }
}
