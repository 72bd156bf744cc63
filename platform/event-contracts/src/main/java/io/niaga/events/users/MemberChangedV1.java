package io.niaga.events.users;

import java.time.Instant;
import java.util.List;

/**
 * Someone's roles in a store changed; none means they left it.
 */
public record MemberChangedV1(String storeId, String userId, List<String> roles, Instant at) {
    public static final String TYPE = "member.changed.v1";
}
