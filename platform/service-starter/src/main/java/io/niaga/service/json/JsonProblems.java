package io.niaga.service.json;

import io.niaga.service.problem.ProblemTranslation;
import io.niaga.types.CommonProblem;
import io.niaga.types.FieldError;
import io.niaga.types.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What was wrong with the JSON of a request, and where. */
final class JsonProblems implements ProblemTranslation {
    private static final int LONGEST_REASON = 200;

    @Override
    public @Nullable ProblemException translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return problem(json);
            }
        }
        return null;
    }

    private static ProblemException problem(JacksonException failure) {
        String pointer = JsonPointers.of(failure);
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                CommonProblem.UNKNOWN_FIELD
                        .with("field", unknown.getPropertyName())
                        .at(pointer, "UNKNOWN_FIELD", "This field is not known here.");
            case InvalidNullException ignored ->
                CommonProblem.INVALID_REQUEST.now().at(pointer, "REQUIRED", "This field may not be null.");
            case InputCoercionException ignored ->
                invalid(pointer, "INVALID", "This number is too large or too small.");
            case MismatchedInputException wrong
            when isEnum(wrong.getTargetType()) ->
                invalid(pointer, "INVALID", "This is none of " + names(wrong.getTargetType()) + ".");
            case DatabindException mismatch -> mismatch(mismatch, pointer);
            default -> CommonProblem.MALFORMED_REQUEST.with("reason", reason(failure));
        };
    }

    private static boolean isEnum(@Nullable Class<?> type) {
        return type != null && type.isEnum();
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> ((Enum<?>) value).name())
                .collect(Collectors.joining(", "));
    }

    private static ProblemException mismatch(DatabindException failure, String pointer) {
        String message = failure.getOriginalMessage();
        Throwable cause = failure.getCause();
        if (cause instanceof InputCoercionException) {
            return invalid(pointer, "INVALID", "This number is too large or too small.");
        }
        if (cause instanceof StreamReadException malformed) {
            return CommonProblem.MALFORMED_REQUEST.with("reason", reason(malformed));
        }
        if (cause instanceof ProblemException problem) {
            return problem;
        }
        if (cause instanceof IllegalArgumentException refused) {
            return invalid(pointer, "INVALID", String.valueOf(refused.getMessage()));
        }
        if (message.startsWith("Missing required creator property")) {
            return invalid(pointer, "REQUIRED", "This field is required.");
        }
        if (message.startsWith("No content")) {
            return CommonProblem.MALFORMED_REQUEST.with("reason", "the body is empty");
        }
        if (message.startsWith("Trailing token")) {
            return CommonProblem.MALFORMED_REQUEST.with("reason", "something follows after its end");
        }
        return invalid(pointer, "INVALID", readable(message));
    }

    private static ProblemException invalid(String pointer, String code, String message) {
        return CommonProblem.INVALID_REQUEST.now().at(new FieldError(pointer, code, message));
    }

    /** Jackson names Java types in its own messages; those are nobody's business. */
    private static String readable(String message) {
        boolean internal = message.contains("java.") || message.contains("io.niaga") || message.contains("`");
        return internal ? "This value has the wrong type or form." : shortened(message);
    }

    private static String reason(JacksonException failure) {
        String message = String.valueOf(failure.getOriginalMessage());
        if (message.startsWith("Duplicate")) {
            return "a field is there twice: " + message.substring(message.indexOf('"') + 1, message.lastIndexOf('"'));
        }
        if (failure instanceof StreamConstraintsException) {
            return "it is too deep, or a name, number or text in it is too long";
        }
        TokenStreamLocation place = failure.getLocation();
        return place == null || place.getLineNr() < 1
                ? "it is not valid JSON"
                : "it is not valid JSON at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static String shortened(String message) {
        return message.length() > LONGEST_REASON ? message.substring(0, LONGEST_REASON) : message;
    }
}
