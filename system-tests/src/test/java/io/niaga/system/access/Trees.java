package io.niaga.system.access;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds and replaces places in a JSON tree. */
final class Trees {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Trees() {}

    /** JSON Pointers of everything that is no object and no array. */
    static List<String> leaves(JsonNode tree) {
        List<String> found = new ArrayList<>();
        collect(tree, "", found);
        return found;
    }

    /** JSON Pointers of every object, the tree itself first. */
    static List<String> objects(JsonNode tree) {
        List<String> found = new ArrayList<>();
        objects(tree, "", found);
        return found;
    }

    private static void objects(JsonNode node, String pointer, List<String> found) {
        if (node.isObject()) {
            found.add(pointer);
            node.properties().forEach(p -> objects(p.getValue(), pointer + "/" + p.getKey(), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                objects(node.get(i), pointer + "/" + i, found);
            }
        }
    }

    private static void collect(JsonNode node, String pointer, List<String> found) {
        if (node.isObject()) {
            node.properties().forEach(p -> collect(p.getValue(), pointer + "/" + p.getKey(), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, found);
            }
        } else {
            found.add(pointer);
        }
    }

    /** The tree's text with that JSON, however odd, at the place. */
    static String with(JsonNode tree, String pointer, String json) {
        String mark = "here-goes-something-else";
        JsonNode copy = tree.deepCopy();
        int end = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(JsonPointer.compile(pointer.substring(0, end)));
        String last = pointer.substring(end + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), mark);
        } else {
            ((ObjectNode) parent).put(last, mark);
        }
        return JSON.writeValueAsString(copy).replace("\"" + mark + "\"", json);
    }

    /** The tree's text with one more field in the object at that place. */
    static String plus(JsonNode tree, String pointer, String field, String json) {
        String text = JSON.writeValueAsString(tree.at(pointer));
        String added = "\"" + field + "\":" + json;
        String more = text.equals("{}") ? "{" + added + "}" : "{" + added + "," + text.substring(1);
        return pointer.isEmpty() ? more : with(tree, pointer, more);
    }

    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
