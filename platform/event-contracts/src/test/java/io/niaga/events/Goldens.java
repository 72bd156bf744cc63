package io.niaga.events;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The committed forms of one event, oldest first: {@code <type>.json}, and {@code <type>.2.json} and so on once for each
 * time that optional fields were added. None of them is ever edited.
 */
record Goldens(Path folder, String type, List<Path> files) {
    static Goldens of(Path folder, String type) {
        List<Path> files = new ArrayList<>();
        for (Path next = file(folder, type, 1); Files.exists(next); next = file(folder, type, files.size() + 1)) {
            files.add(next);
        }
        return new Goldens(folder, type, files);
    }

    private static Path file(Path folder, String type, int number) {
        return folder.resolve(number == 1 ? type + ".json" : type + "." + number + ".json");
    }

    Path newest() {
        return files.getLast();
    }

    /** Whether that form is new and may be added: the first one, or the newest with more optional fields. */
    boolean takes(JsonNode actual, Class<?> event) throws IOException {
        if (files.isEmpty()) {
            return true;
        }
        JsonNode last = new tools.jackson.databind.json.JsonMapper().readTree(Files.readString(newest()));
        return !last.equals(actual) && extend(last, actual, event);
    }

    Goldens with(String form) throws IOException {
        Files.writeString(file(folder, type, files.size() + 1), form);
        return of(folder, type);
    }

    /** Whether the later form is the earlier one with nothing but optional fields added. */
    static boolean extend(JsonNode earlier, JsonNode later, Class<?> event) {
        boolean kept = earlier.properties().stream().allMatch(p -> p.getValue().equals(later.get(p.getKey())));
        return kept
                && Arrays.stream(event.getRecordComponents())
                        .filter(c -> !earlier.has(c.getName()))
                        .allMatch(Goldens::isOptional);
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
