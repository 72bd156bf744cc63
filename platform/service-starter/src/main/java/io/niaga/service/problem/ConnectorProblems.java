package io.niaga.service.problem;

import io.niaga.service.trace.Trace;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers what the connector refuses before any application is found: a request line or header that is not HTTP. */
public final class ConnectorProblems extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String address = request.getRequestURI();
        ProblemJson problem = ProblemJson.of(
                FrameworkProblems.ofStatus(response.getStatus()),
                address == null ? "/" : address,
                Trace.startFrom(null).traceId());
        try {
            byte[] body = JsonMapper.shared().writeValueAsBytes(problem);
            response.setStatus(problem.status());
            response.setContentType(ProblemJson.MEDIA_TYPE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // The connection is gone, and with it whoever would read the answer.
            response.setSuspended(true);
        }
    }
}
