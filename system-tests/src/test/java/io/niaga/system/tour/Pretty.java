package io.niaga.system.tour;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for people: what fits on a line stays on it. */
final class Pretty {
    private static final int WIDTH = 110;
    private static final String STEP = "  ";

    private Pretty() {}

    static String of(JsonNode node) {
        return of(node, "");
    }

    private static String of(JsonNode node, String indent) {
        String line = line(node);
        if (!node.isContainer() || line.length() + indent.length() <= WIDTH) {
            return line;
        }
        List<String> parts = new ArrayList<>();
        String deeper = indent + STEP;
        if (node.isArray()) {
            node.forEach(element -> parts.add(deeper + of(element, deeper)));
        } else {
            node.properties()
                    .forEach(field -> parts.add(deeper + quoted(field.getKey()) + ": " + of(field.getValue(), deeper)));
        }
        String body = String.join(",\n", parts);
        return node.isArray() ? "[\n" + body + "\n" + indent + "]" : "{\n" + body + "\n" + indent + "}";
    }

    private static String line(JsonNode node) {
        if (node.isArray()) {
            return "[" + String.join(", ", node.valueStream().map(Pretty::line).toList()) + "]";
        }
        if (node.isObject()) {
            List<String> fields = node.properties().stream()
                    .map(field -> quoted(field.getKey()) + ": " + line(field.getValue()))
                    .toList();
            return "{" + String.join(", ", fields) + "}";
        }
        return node.toString();
    }

    private static String quoted(String key) {
        return JsonMapper.shared().writeValueAsString(key);
    }
}
