package io.niaga.service.trace;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Puts every request into the trace its caller names, or into a new one. */
final class TraceFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Trace.startFrom(((HttpServletRequest) request).getHeader(Trace.HEADER)).enter();
        try {
            chain.doFilter(request, response);
        } finally {
            Trace.leave();
        }
    }
}
