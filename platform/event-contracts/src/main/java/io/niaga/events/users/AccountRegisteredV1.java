package io.niaga.events.users;

import java.time.Instant;

/**
 * A person opened an account.
 */
public record AccountRegisteredV1(String userId, Instant at) {
    public static final String TYPE = "account.registered.v1";
}
