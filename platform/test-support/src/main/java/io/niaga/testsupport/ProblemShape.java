package io.niaga.testsupport;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What every problem document must look like, whoever in the server made it. */
final class ProblemShape {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private ProblemShape() {}

    /** What is wrong with it, or empty. */
    static Optional<String> flaw(Answer answer) {
        String type = answer.header("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return Optional.of("Content-Type is '" + type + "', not application/problem+json");
        }
        try {
            return flaw(answer, answer.json());
        } catch (JacksonException e) {
            return Optional.of("the body is not JSON");
        }
    }

    private static Optional<String> flaw(Answer answer, JsonNode problem) {
        for (String field : new String[] {"type", "title", "code", "detail"}) {
            if (!problem.path(field).isString()
                    || problem.path(field).asString().isBlank()) {
                return Optional.of("the field " + field + " is missing");
            }
        }
        // What the connector refused never was a request: it has neither an address nor a trace.
        if (problem.has("instance") && problem.path("traceId").asString("").isBlank()) {
            return Optional.of("the field traceId is missing");
        }
        if (problem.path("status").asInt(0) != answer.status()) {
            return Optional.of("the field status is not " + answer.status());
        }
        if (!CODE.matcher(problem.path("code").asString("")).matches()) {
            return Optional.of("the code is not UPPER_SNAKE");
        }
        return header(answer);
    }

    private static Optional<String> header(Answer answer) {
        String needed = switch (answer.status()) {
            case 401 -> "WWW-Authenticate";
            case 405 -> "Allow";
            case 429, 503 -> "Retry-After";
            default -> "Content-Type";
        };
        return answer.header(needed).isPresent() ? Optional.empty() : Optional.of("no header " + needed);
    }
}
