package io.niaga.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link Problem} that happened, with its parameters and the fields at fault. Thrown by verbs and adapters alike. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final transient Map<String, Object> parameters = new LinkedHashMap<>();
    private final transient List<FieldError> errors = new ArrayList<>();

    public ProblemException(Problem problem) {
        // No stack trace: a problem is an answer, and answers are made often.
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public ProblemException with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public ProblemException at(FieldError error) {
        errors.add(error);
        return this;
    }

    public ProblemException at(String pointer, String code, String message) {
        return at(new FieldError(pointer, code, message));
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** The problem's sentence with its parameters filled in. */
    public String detail() {
        String text = problem.detail();
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", String.valueOf(parameter.getValue()));
        }
        return text;
    }
}
