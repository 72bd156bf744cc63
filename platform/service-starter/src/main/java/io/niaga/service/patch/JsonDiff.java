package io.niaga.service.patch;

import io.niaga.service.json.JsonPointers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which fields differ between two states of a resource, as JSON Pointers.
 *
 * <p>Objects are compared by key down to their leaves; arrays whose elements have a {@code sku} by that
 * ({@code /variants/KMJ-1/price}); other arrays and money are values. A field that is null is a field that is not there.
 */
public final class JsonDiff {
    private JsonDiff() {}

    /** What differs: before and after, by pointer. */
    public record Difference(JsonNode before, JsonNode after) {}

    public static Set<String> changedPointers(JsonNode before, JsonNode after) {
        return new TreeSet<>(differences(before, after).keySet());
    }

    public static Map<String, Difference> differences(JsonNode before, JsonNode after) {
        Map<String, Difference> found = new TreeMap<>();
        compare("", before, after, found);
        return found;
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, Map<String, Difference> found) {
        if (isNothing(before) ? isNothing(after) : before.equals(after)) {
            return;
        }
        Map<String, JsonNode> oldParts = parts(before);
        Map<String, JsonNode> newParts = parts(after);
        boolean both = oldParts != null && newParts != null;
        boolean oneAndNothing = (oldParts != null && isNothing(after)) || (newParts != null && isNothing(before));
        if (!both && !oneAndNothing) {
            found.put(pointer, new Difference(before, after));
            return;
        }
        Set<String> names = new TreeSet<>();
        names.addAll(oldParts == null ? Set.of() : oldParts.keySet());
        names.addAll(newParts == null ? Set.of() : newParts.keySet());
        if (names.isEmpty()) {
            found.put(pointer, new Difference(before, after));
        }
        for (String name : names) {
            compare(pointer + "/" + JsonPointers.escaped(name), part(oldParts, name), part(newParts, name), found);
        }
    }

    private static JsonNode part(@Nullable Map<String, JsonNode> parts, String name) {
        return parts == null ? MissingNode.getInstance() : parts.getOrDefault(name, MissingNode.getInstance());
    }

    /** The parts by which a value is compared, or null when it is compared as a whole. */
    private static @Nullable Map<String, JsonNode> parts(JsonNode value) {
        if (value instanceof ObjectNode object && !isMoney(object)) {
            Map<String, JsonNode> parts = new LinkedHashMap<>();
            object.properties().forEach(property -> parts.put(property.getKey(), property.getValue()));
            return parts;
        }
        return value.isArray() && !value.isEmpty() ? bySku(value) : null;
    }

    private static @Nullable Map<String, JsonNode> bySku(JsonNode array) {
        Map<String, JsonNode> bySku = new LinkedHashMap<>();
        for (JsonNode element : array) {
            String sku = element.path("sku").stringValue(null);
            if (sku == null || bySku.put(sku, element) != null) {
                return null;
            }
        }
        return bySku;
    }

    private static boolean isMoney(ObjectNode object) {
        return object.size() == 2 && object.has("amount") && object.has("currency");
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
