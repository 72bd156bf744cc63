package io.niaga.service.http;

import io.niaga.service.problem.ProblemWriter;
import io.niaga.types.CommonProblem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses bodies that are too large: at once when their length is announced, else when too much has arrived. */
public final class BodyLimitFilter implements Filter {
    private final HttpProperties limits;
    private final ProblemWriter problems;

    public BodyLimitFilter(HttpProperties limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        long length = http.getContentLengthLong();
        boolean chunked = length < 0 && http.getHeader("Transfer-Encoding") != null;
        if (length <= 0 && !chunked) {
            chain.doFilter(request, response);
            return;
        }
        long limit = limits.maxBytes(http.getServletPath());
        if (length > limit) {
            problems.write(http, (HttpServletResponse) response, CommonProblem.PAYLOAD_TOO_LARGE.with("limit", limit));
        } else {
            chain.doFilter(chunked ? new LimitedRequest(http, limit) : request, response);
        }
    }
}
