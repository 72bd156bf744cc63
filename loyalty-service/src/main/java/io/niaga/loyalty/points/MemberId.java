package io.niaga.loyalty.points;

import io.niaga.types.TypeId;
import io.niaga.types.UserId;

/** A member's id, {@code mem_…}; it has the bits of the account. */
public record MemberId(String value) {
    public static final String PREFIX = "mem";

    public MemberId {
        TypeId.parse(PREFIX, value);
    }

    public static MemberId of(String value) {
        return new MemberId(value);
    }

    public static MemberId ofUser(UserId user) {
        return new MemberId(new TypeId(PREFIX, user.subject()).toString());
    }

    public UserId user() {
        return UserId.ofSubject(TypeId.parse(PREFIX, value).uuid());
    }

    @Override
    public String toString() {
        return value;
    }
}
