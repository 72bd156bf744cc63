package io.niaga.events;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record of the contracts as a table: its fields with what its Javadoc says about them.
 *
 * @param name wire name of an event, simple name of a part
 */
record EventRecord(String name, Class<?> type, String meaning, Map<String, String> fields) {
    private static final Pattern FIELD = Pattern.compile("@param (\\w+) (.*?)(?=@param|$)");
    private static final Map<String, String> WORDS = Map.of(
            "String", "text", "long", "number", "int", "number", "Instant", "moment", "boolean", "`true` or `false`");

    static EventRecord of(Class<?> type) throws IOException {
        String doc = doc(type);
        int tags = doc.indexOf("@param");
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(doc);
        while (field.find()) {
            fields.put(field.group(1), field.group(2).strip());
        }
        String meaning =
                (tags < 0 ? doc : doc.substring(0, tags)).replace("<p>", "").strip();
        return new EventRecord(wireName(type), type, meaning, fields);
    }

    private static String wireName(Class<?> type) {
        try {
            return String.valueOf(type.getField("TYPE").get(null));
        } catch (ReflectiveOperationException part) {
            return type.getSimpleName();
        }
    }

    /** The Javadoc before the record's declaration, on one line. */
    private static String doc(Class<?> type) throws IOException {
        Class<?> outer = type.getNestHost();
        String source = Files.readString(
                Path.of("src/main/java").resolve(outer.getName().replace('.', '/') + ".java"));
        int declared = source.indexOf("record " + type.getSimpleName() + "(");
        int end = source.lastIndexOf("*/", declared);
        int begin = source.lastIndexOf("/**", declared);
        if (begin < 0 || source.substring(Math.max(end, 0), declared).contains(";")) {
            return "";
        }
        return source.substring(begin + 3, end)
                .lines()
                .map(line -> line.replaceFirst("^\\s*\\* ?", "").strip())
                .collect(Collectors.joining(" "))
                .replaceAll("\\{@(?:code|link|value) ([^}]*)}", "`$1`")
                .strip();
    }

    /** Our own records that its fields are made of. */
    List<Class<?>> parts() {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> types(component.getGenericType()))
                .filter(part -> part.isRecord() && part.getName().startsWith("io.niaga.events"))
                .distinct()
                .<Class<?>>map(part -> part)
                .toList();
    }

    private static Stream<Class<?>> types(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).flatMap(EventRecord::types)
                : Stream.of((Class<?>) type);
    }

    String table() {
        StringBuilder table = new StringBuilder(meaning.isEmpty() ? "" : meaning + "\n\n");
        table.append("| field | type | meaning |\n| --- | --- | --- |\n");
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = Arrays.stream(component.getAnnotatedType().getAnnotations())
                    .anyMatch(annotation ->
                            annotation.annotationType().getSimpleName().equals("Nullable"));
            table.append("| `").append(component.getName()).append("` | ");
            table.append(words(component.getGenericType()))
                    .append(optional ? ", optional" : "")
                    .append(" | ");
            table.append(fields.getOrDefault(component.getName(), "").replace("|", "\\|"))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String words(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? "map: " + words(arguments[0]) + " → " + words(arguments[1])
                    : "list of " + words(arguments[0]);
        }
        String simple = ((Class<?>) type).getSimpleName();
        return WORDS.getOrDefault(simple, simple);
    }
}
