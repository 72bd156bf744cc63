package io.niaga.events;

import io.niaga.types.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fills any event record with fixed, readable values, so that a golden file freezes its names and formats. */
final class Samples {
    private Samples() {}

    /** Every record under this module's classes that has a wire name, and those that events are made of. */
    static List<Class<?>> events() throws Exception {
        Path root = Path.of(
                Topics.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith("V1.class"))
                    .map(f -> root.relativize(f).toString().replace('/', '.').replaceAll("\\.class$", ""))
                    .sorted()
                    .<Class<?>>map(Samples::load)
                    .filter(c -> Arrays.stream(c.getFields())
                            .anyMatch(f -> f.getName().equals("TYPE")))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static Object of(Class<?> event) {
        try {
            RecordComponent[] components = event.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components)
                    .map(c -> value(c.getName(), c.getGenericType()))
                    .toArray();
            return event.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class ? List.of(value(name, last)) : Map.of("key", value(name, last));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return name + "-text";
        }
        if (plain == Money.class) {
            return Money.of("149900.00", "IDR");
        }
        if (plain == Instant.class) {
            return Instant.parse("2026-11-24T08:30:00Z");
        }
        if (plain == int.class) {
            return 7;
        }
        if (plain == long.class) {
            return 7_000_000_000L;
        }
        return plain == boolean.class ? true : of(plain);
    }
}
