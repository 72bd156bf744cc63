package io.niaga.service.problem;

import io.niaga.service.json.JsonPointers;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Constraints that a controller checked itself, for example on what a merge patch led to. */
final class ViolationProblems implements ProblemTranslation {
    @Override
    public @Nullable ProblemException translate(Throwable failure) {
        if (!(failure instanceof ConstraintViolationException invalid)) {
            return null;
        }
        ProblemException problem = CommonProblem.INVALID_REQUEST.now();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            problem.at(
                    JsonPointers.ofPath(violation.getPropertyPath().toString()),
                    code(violation),
                    violation.getMessage());
        }
        return problem;
    }

    private static String code(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
