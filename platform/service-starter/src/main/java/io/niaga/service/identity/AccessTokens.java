package io.niaga.service.identity;

import io.niaga.types.Actor;

/** Who an access token speaks for. Thread-safe. */
@FunctionalInterface
public interface AccessTokens {
    /**
     * The person or service behind a token.
     *
     * @throws io.niaga.types.ProblemException UNAUTHENTICATED when the token is not to be believed, SERVICE_UNAVAILABLE when
     *     that cannot be told because the issuer's keys were never reached
     */
    Actor verify(String token);
}
