package io.niaga.gateway.edge;

import io.niaga.types.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The last resort: whatever was not answered becomes a problem document. */
@Order(-2)
public final class EdgeErrors implements ErrorWebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(EdgeErrors.class);
    private final ProblemWriter problems;

    public EdgeErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problems.write(exchange, problem);
        }
        if (failure instanceof ResponseStatusException status
                && status.getStatusCode().is4xxClientError()) {
            return problems.write(
                    exchange,
                    status.getStatusCode().value() == 404
                            ? EdgeProblem.NO_SUCH_PATH.now()
                            : EdgeProblem.HEADER_REFUSED.now());
        }
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        log.error("request failed at the gateway, trace {}", exchange.getAttribute(TraceIds.ATTRIBUTE), failure);
        return problems.write(exchange, EdgeProblem.GATEWAY_ERROR.now());
    }
}
