package io.niaga.service.problem;

import io.niaga.service.json.JsonPointers;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Broken bean validation constraints, each with the pointer to its field. */
final class ValidationProblems {
    private ValidationProblems() {}

    static ProblemException ofBody(MethodArgumentNotValidException invalid) {
        ProblemException problem = CommonProblem.INVALID_REQUEST.now();
        invalid.getBindingResult()
                .getAllErrors()
                .forEach(error -> problem.at(
                        error instanceof FieldError field ? JsonPointers.ofPath(field.getField()) : "",
                        code(error.getCode()),
                        message(error)));
        return problem;
    }

    static ProblemException ofParameters(HandlerMethodValidationException invalid) {
        ProblemException problem = CommonProblem.INVALID_REQUEST.now();
        invalid.getParameterValidationResults().forEach(result -> {
            String name = String.valueOf(result.getMethodParameter().getParameterName());
            result.getResolvableErrors()
                    .forEach(error -> problem.at(pointer(error, name), codeOf(error), message(error)));
        });
        return problem;
    }

    private static String pointer(MessageSourceResolvable error, String parameter) {
        return error instanceof FieldError field ? JsonPointers.ofPath(field.getField()) : "/" + parameter;
    }

    private static String codeOf(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return code(codes == null || codes.length == 0 ? null : codes[codes.length - 1]);
    }

    /** {@code NotBlank} as {@code NOT_BLANK}. */
    private static String code(@Nullable String constraint) {
        return constraint == null
                ? "INVALID"
                : constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "This value is not valid." : message;
    }
}
