package io.niaga.service.openapi;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;

/** What annotations say of a value, beyond what is read from them by itself. */
final class Constraints {
    private Constraints() {}

    static void apply(AnnotatedElement annotated, Schema<?> schema) {
        Among among = annotated.getAnnotation(Among.class);
        if (among != null) {
            list(schema.getItems() == null ? schema : schema.getItems(), names(among));
        }
        boolean blank = annotated.isAnnotationPresent(NotBlank.class);
        if (!blank && !annotated.isAnnotationPresent(NotEmpty.class)) {
            return;
        }
        // @Size without a minimum says 0, and is read last.
        if (schema.getItems() != null) {
            schema.setMinItems(Math.max(1, orZero(schema.getMinItems())));
        } else {
            schema.setMinLength(Math.max(1, orZero(schema.getMinLength())));
        }
        if (blank && schema.getPattern() == null) {
            schema.setPattern("[\\s\\S]*\\S[\\s\\S]*");
        }
    }

    /** Everything that may stand there; null too, where it may. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // values of any type
    static void list(Schema schema, List<?> values) {
        schema.setEnum(new ArrayList<>(values));
    }

    private static int orZero(@org.jspecify.annotations.Nullable Integer number) {
        return number == null ? 0 : number;
    }

    static List<String> names(Among among) {
        Class<?> type = among.value();
        Stream<String> all = type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Constraints::name)
                : Arrays.stream(type.getPermittedSubclasses()).map(c -> upperSnake(c.getSimpleName()));
        List<String> without = List.of(among.without());
        return Stream.concat(all.filter(name -> !without.contains(name)), Arrays.stream(among.also()))
                .toList();
    }

    private static String name(Object constant) {
        Method wire = ReflectionUtils.findMethod(constant.getClass(), "wireName");
        if (wire == null) {
            return ((Enum<?>) constant).name();
        }
        ReflectionUtils.makeAccessible(wire);
        return String.valueOf(ReflectionUtils.invokeMethod(wire, constant));
    }

    private static String upperSnake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
