package io.niaga.service.problem;

import io.niaga.types.ProblemException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what the connector refuses before any application is found: a request line or header that is not HTTP. */
public final class ConnectorProblems extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemException problem = FrameworkProblems.ofStatus(response.getStatus());
        ProblemJson json = ProblemJson.of(problem, "", null);
        String reason = String.valueOf(problem.parameters().getOrDefault("reason", ""));
        // Only constants: nothing of the request is repeated, so nothing needs escaping.
        String body =
                "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\",\"params\":{%s}}"
                        .formatted(
                                json.type(),
                                json.title(),
                                json.status(),
                                json.detail(),
                                json.code(),
                                reason.isEmpty() ? "" : "\"reason\":\"" + reason + "\"");
        write(response, json.status(), body);
    }

    private static void write(Response response, int status, String body) {
        try {
            response.setStatus(status);
            response.setContentType(ProblemJson.MEDIA_TYPE);
            response.setCharacterEncoding("utf-8");
            response.getReporter().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // The connection is gone, and with it whoever would read the answer.
            response.setSuspended(true);
        }
    }
}
