package io.niaga.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether JSON is as a schema of an API document says: its types, members, values and patterns. */
record Conformance(ApiDocument document) {
    List<String> flaws(JsonNode value, JsonNode schema) {
        List<String> flaws = new ArrayList<>();
        check("", value, schema, flaws);
        return flaws;
    }

    private void check(String at, JsonNode value, JsonNode reference, List<String> flaws) {
        JsonNode schema = document.resolve(reference);
        for (String choice : List.of("oneOf", "anyOf")) {
            JsonNode choices = schema.path(choice);
            if (!choices.isEmpty()
                    && choices.valueStream().noneMatch(c -> flaws(value, c).isEmpty())) {
                flaws.add(at + " is none of what it can be: " + flaws(value, choices.path(0)));
            }
        }
        if (!isOfType(value, schema.path("type"))) {
            flaws.add(at + " is no " + schema.path("type") + " but " + value);
            return;
        }
        if (!schema.path("enum").isEmpty() && schema.path("enum").valueStream().noneMatch(value::equals)) {
            flaws.add(at + " is not among " + schema.path("enum") + " but " + value);
        }
        String pattern = schema.path("pattern").asString("");
        if (value.isString()
                && !pattern.isEmpty()
                && !Pattern.compile(pattern).matcher(value.asString()).find()) {
            flaws.add(at + " does not match " + pattern + " but is " + value);
        }
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            check(at + "/" + i, value.get(i), schema.path("items"), flaws);
        }
        if (value.isObject()) {
            members(at, value, schema, flaws);
        }
    }

    private void members(String at, JsonNode value, JsonNode schema, List<String> flaws) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                flaws.add(at + " has no " + name);
            }
        });
        JsonNode others = schema.path("additionalProperties");
        for (var member : value.properties()) {
            JsonNode known = schema.path("properties").path(member.getKey());
            if (!known.isMissingNode()) {
                check(at + "/" + member.getKey(), member.getValue(), known, flaws);
            } else if (others.isObject()) {
                check(at + "/" + member.getKey(), member.getValue(), others, flaws);
            } else if (!schema.path("properties").isMissingNode()) {
                flaws.add(at + " has " + member.getKey() + ", which nobody knows");
            }
        }
    }

    private static boolean isOfType(JsonNode value, JsonNode type) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> isOfType(value, one));
        }
        return switch (type.asString("")) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> true;
        };
    }
}
