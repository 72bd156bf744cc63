package io.niaga.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A setting as its owner's metadata describes it.
 *
 * @param owner class that holds it
 * @param type in words, with its unit
 * @param value its default, null when there is none
 */
record Knob(
        String name, String owner, String type, @Nullable String value, String meaning, boolean isRequired) {
    private static final Map<String, String> TYPES = Map.of(
            "Duration", "duration",
            "DataSize", "size",
            "Integer", "number",
            "Long", "number",
            "Boolean", "`true` or `false`",
            "String", "text",
            "URI", "address");
    private static final Pattern PACKAGE = Pattern.compile("\\b[a-z][\\w.]*\\.(?=[A-Z])");

    /** All of ours on the class path. */
    static Map<String, Knob> ofClassPath(Predicate<String> owner) {
        Map<String, Knob> knobs = new TreeMap<>();
        try {
            for (URL file : Collections.list(Thread.currentThread()
                    .getContextClassLoader()
                    .getResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream in = file.openStream()) {
                    for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
                        String name = property.path("name").asString();
                        String type = property.path("sourceType").asString("");
                        if (name.startsWith("niaga.") && owner.test(type)) {
                            knobs.put(name, of(property));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return knobs;
    }

    /** The one of that name, or the map that it is an entry of. */
    static @Nullable Knob holding(String name, Map<String, Knob> knobs) {
        Knob exact = knobs.get(name);
        return exact != null
                ? exact
                : knobs.values().stream()
                        .filter(knob -> knob.type().contains(" → ")
                                && (name.startsWith(knob.name() + ".") || name.startsWith(knob.name() + "[")))
                        .findFirst()
                        .orElse(null);
    }

    private static Knob of(JsonNode property) {
        String name = property.path("name").asString();
        JsonNode value = property.path("defaultValue");
        String owner = property.path("sourceType").asString();
        return new Knob(
                name,
                owner,
                words(property.path("type").asString()),
                value.isMissingNode() || value.asString("").equals("[]") ? null : value.asString(),
                property.path("description")
                        .asString("")
                        .replaceAll("\\{@(?:code|value|link) ([^}]*)}", "`$1`")
                        .replace('\n', ' '),
                value.isMissingNode() && isDemanded(name, owner));
    }

    private static String words(String type) {
        String simple = PACKAGE.matcher(type).replaceAll("").replace('$', '.');
        if (simple.startsWith("Map<")) {
            String inner = simple.substring("Map<".length(), simple.length() - 1);
            int comma = inner.indexOf(',');
            return "map: " + words(inner.substring(0, comma)) + " → " + words(inner.substring(comma + 1));
        }
        if (simple.startsWith("List<") || simple.startsWith("Set<")) {
            return "list of " + words(simple.substring(simple.indexOf('<') + 1, simple.length() - 1));
        }
        String known = TYPES.get(simple);
        return known == null ? "`" + simple + "`" : known;
    }

    /** Whether the record's component refuses to be absent. */
    private static boolean isDemanded(String name, String owner) {
        try {
            RecordComponent[] components = Class.forName(owner).getRecordComponents();
            String last = name.substring(name.lastIndexOf('.') + 1).replace("-", "");
            return components != null
                    && Arrays.stream(components)
                            .filter(component -> component.getName().equalsIgnoreCase(last))
                            .flatMap(component ->
                                    Arrays.stream(component.getAccessor().getAnnotations()))
                            .anyMatch(constraint ->
                                    constraint.annotationType().getSimpleName().startsWith("Not"));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
