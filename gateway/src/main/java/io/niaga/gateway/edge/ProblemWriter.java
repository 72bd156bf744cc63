package io.niaga.gateway.edge;

import io.niaga.types.ProblemException;
import io.niaga.types.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Writes the gateway's own refusals in the body that all services use (RFC 9457). */
public final class ProblemWriter {
    private static final String RETRY_SECONDS = "2";
    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(problem);
        }
        HttpStatus status = status(problem.problem().kind());
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().remove("Content-Length");
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.getHeaders().set("Retry-After", RETRY_SECONDS);
        }
        byte[] body = json.writeValueAsBytes(body(exchange, problem, status));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static Map<String, Object> body(ServerWebExchange exchange, ProblemException problem, HttpStatus status) {
        return body(
                problem,
                status,
                exchange.getRequest().getURI().getRawPath(),
                exchange.getAttributeOrDefault(TraceIds.ATTRIBUTE, ""));
    }

    /** What the server refused before there was an exchange: an address that is none. */
    Mono<Void> write(HttpServerResponse response) {
        String traceId = TraceIds.traceId(TraceIds.traceparent(null));
        byte[] body =
                json.writeValueAsBytes(body(EdgeProblem.PATH_REFUSED.now(), HttpStatus.BAD_REQUEST, "/", traceId));
        return response.header("Content-Type", MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .header("X-Request-Id", traceId)
                .sendByteArray(Mono.just(body))
                .then();
    }

    private static Map<String, Object> body(
            ProblemException problem, HttpStatus status, String instance, String traceId) {
        Map<String, Object> body = new LinkedHashMap<>();
        String code = problem.problem().code();
        body.put("type", "/problems/" + code);
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", problem.detail());
        body.put("instance", instance);
        body.put("code", code);
        body.put("params", problem.parameters());
        body.put("errors", List.of());
        body.put("traceId", traceId);
        return body;
    }

    private static HttpStatus status(ProblemKind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_ACCEPTABLE,
                    CONFLICT,
                    STALE,
                    UNSUPPORTED_MEDIA_TYPE,
                    KEY_REUSED,
                    PRECONDITION_REQUIRED,
                    BROKEN -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
