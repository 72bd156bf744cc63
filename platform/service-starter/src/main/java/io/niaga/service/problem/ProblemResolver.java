package io.niaga.service.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers every exception of a controller or of the framework with a problem, whatever the client accepts. */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final Problems problems;
    private final ProblemWriter writer;

    ProblemResolver(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (isGone(failure)) {
            LOG.debug("The client left before its answer was written");
            return new ModelAndView();
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method && method.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", method.getSupportedMethods()));
        }
        try {
            writer.write(request, response, problems.of(failure), failure);
        } catch (IOException gone) {
            LOG.debug("The client left before the problem was written", gone);
        }
        return new ModelAndView();
    }

    private static boolean isGone(Exception failure) {
        return failure instanceof AsyncRequestNotUsableException
                || failure.getClass().getSimpleName().equals("ClientAbortException");
    }
}
