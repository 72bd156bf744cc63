package io.niaga.service.problem;

import io.niaga.service.trace.Trace;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.niaga.types.ProblemKind;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the whole answer, from wherever it happened, and logs it once. */
public final class ProblemWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final String SECONDS_TO_WAIT = "2";
    /** What an answer may have had that could not be written. */
    private static final List<String> OF_A_RESOURCE = List.of("ETag", "Location", "Cart-Token", "Order-Token");

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Answers with the problem; does nothing when an answer has begun already. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        write(request, response, problem, problem.problem().kind() == ProblemKind.UNAVAILABLE ? problem : null);
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            ProblemException problem,
            @Nullable Throwable cause)
            throws IOException {
        int status = ProblemStatus.of(problem.problem().kind());
        log(request, problem, status, cause);
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(ProblemJson.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        OF_A_RESOURCE.forEach(header -> response.setHeader(header, null));
        addHeaders(response, problem);
        byte[] body = json.writeValueAsBytes(ProblemJson.of(problem, instance(request), Trace.currentTraceId()));
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    private static String instance(HttpServletRequest request) {
        Object failedAt = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failedAt == null ? request.getRequestURI() : failedAt.toString();
    }

    private static void addHeaders(HttpServletResponse response, ProblemException problem) {
        switch (problem.problem().kind()) {
            case UNAUTHENTICATED ->
                response.setHeader(
                        "WWW-Authenticate",
                        problem.parameters().containsKey("reason") ? "Bearer error=\"invalid_token\"" : "Bearer");
            case TOO_MANY -> response.setHeader("Retry-After", waitingTime(problem, "seconds"));
            case UNAVAILABLE -> response.setHeader("Retry-After", waitingTime(problem, "retryAfter"));
            default -> {
                if (problem.problem() == CommonProblem.IDEMPOTENCY_IN_PROGRESS) {
                    response.setHeader("Retry-After", "1");
                }
            }
        }
    }

    private static String waitingTime(ProblemException problem, String parameter) {
        return String.valueOf(problem.parameters().getOrDefault(parameter, SECONDS_TO_WAIT));
    }

    private static void log(
            HttpServletRequest request, ProblemException problem, int status, @Nullable Throwable cause) {
        String code = problem.problem().code();
        if (status == 500) {
            LOG.error("{} {} failed: {}", request.getMethod(), LoggedPath.of(request), code, cause);
        } else if (status == 503) {
            LOG.warn(
                    "{} {} not possible now: {} ({})",
                    request.getMethod(),
                    LoggedPath.of(request),
                    code,
                    reason(cause));
        } else {
            LOG.info("{} {} refused: {} {}", request.getMethod(), LoggedPath.of(request), status, code);
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return cause == null || cause instanceof ProblemException ? "as told" : cause.toString();
    }
}
