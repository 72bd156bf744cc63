package io.niaga.service.problem;

import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** What the web framework and the container refuse before a controller is reached. */
final class FrameworkProblems implements ProblemTranslation {
    @Override
    public @Nullable ProblemException translate(Throwable failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MethodArgumentNotValidException invalid -> ValidationProblems.ofBody(invalid);
            case HandlerMethodValidationException invalid -> ValidationProblems.ofParameters(invalid);
            case MissingServletRequestParameterException missing ->
                parameter(missing.getParameterName(), "it is missing");
            case MissingRequestHeaderException missing -> parameter(missing.getHeaderName(), "it is missing");
            case MissingRequestValueException missing ->
                malformed(String.valueOf(missing.getBody().getDetail()));
            case HttpRequestMethodNotSupportedException method ->
                CommonProblem.METHOD_NOT_ALLOWED.with("method", method.getMethod());
            case HttpMessageNotReadableException unreadable
            when unreadable.getCause() == null -> malformed("the body is empty");
            case MultipartException ignored -> CommonProblem.UNSUPPORTED_MEDIA_TYPE.now();
            case RequestRejectedException ignored ->
                malformed("its address or a header has characters that are not allowed");
            case InvalidParameterException ignored -> malformed("a parameter is not properly encoded");
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            default -> null;
        };
    }

    /** An id that cannot exist names nothing; anything else is a wrong parameter. */
    private static ProblemException mismatch(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return CommonProblem.NOT_FOUND.now();
        }
        return parameter(mismatch.getName(), "it has the wrong form");
    }

    static ProblemException parameter(String name, String reason) {
        return CommonProblem.INVALID_PARAMETER.with("parameter", name).with("reason", reason);
    }

    static ProblemException malformed(String reason) {
        return CommonProblem.MALFORMED_REQUEST.with("reason", reason);
    }

    static ProblemException ofStatus(int status) {
        ProblemException problem = new ProblemException(ProblemStatus.problemOf(status));
        return problem.problem() == CommonProblem.MALFORMED_REQUEST
                ? problem.with("reason", "it is not valid HTTP")
                : problem;
    }
}
