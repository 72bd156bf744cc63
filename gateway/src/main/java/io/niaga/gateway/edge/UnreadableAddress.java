package io.niaga.gateway.edge;

import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The server answers an address that cannot be read, {@code ?q=100%}, with a bare 400 before any filter is asked: this gives
 * the answer the body that all others have.
 */
public final class UnreadableAddress implements BiFunction<Mono<Void>, Connection, Mono<Void>> {
    private static final int BAD_REQUEST = 400;
    private final ProblemWriter problems;

    public UnreadableAddress(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> apply(Mono<Void> handled, Connection connection) {
        return handled.then(Mono.defer(() -> connection instanceof HttpServerResponse response
                        && response.status().code() == BAD_REQUEST
                        && !response.hasSentHeaders()
                ? problems.write(response)
                : Mono.empty()));
    }
}
