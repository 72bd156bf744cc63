package io.niaga.service.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.niaga.types.FieldError;
import io.niaga.types.ProblemException;
import io.niaga.types.TypeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The body of every failure (RFC 9457). What does not apply is absent.
 *
 * @param resources parameters that are resources themselves (a fresh quote), as members of their own beside {@code params}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable Map<String, Object> params,
        @Nullable List<FieldError> errors,
        @Nullable String traceId,
        @JsonAnyGetter Map<String, Object> resources) {
    /** The media type of all of them. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemJson of(ProblemException problem, String instance, @Nullable String traceId) {
        String code = problem.problem().code();
        return new ProblemJson(
                "/problems/" + code,
                title(code),
                ProblemStatus.of(problem.problem().kind()),
                problem.detail(),
                instance,
                code,
                parameters(problem, value -> !isResource(value)),
                problem.errors(),
                traceId,
                parameters(problem, ProblemJson::isResource));
    }

    private static Map<String, Object> parameters(ProblemException problem, Predicate<Object> wanted) {
        Map<String, Object> found = new LinkedHashMap<>();
        problem.parameters().forEach((name, value) -> {
            if (wanted.test(value)) {
                found.put(name, isId(value) ? value.toString() : value);
            }
        });
        return found;
    }

    /** Money, SKUs and ids are records too, but values: they stay what the sentence was made with. */
    private static boolean isResource(Object value) {
        return value instanceof Record && !isId(value) && value.getClass().getPackage() != TypeId.class.getPackage();
    }

    private static boolean isId(Object value) {
        boolean shared = value.getClass().getPackage() == TypeId.class.getPackage();
        return value instanceof TypeId
                || (value instanceof Record && !shared && value.getClass().getRecordComponents().length == 1);
    }

    /** {@code ORDER_NOT_CANCELLABLE} as {@code Order not cancellable}. */
    static String title(String code) {
        return code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
