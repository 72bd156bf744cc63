package io.niaga.types;

import java.util.UUID;

/** A person's id, {@code usr_…}: the TypeID form of the subject that the identity server knows. */
public record UserId(String value) {
    public static final String PREFIX = "usr";

    public UserId {
        TypeId.parse(PREFIX, value);
    }

    public static UserId of(String value) {
        return new UserId(value);
    }

    public static UserId ofSubject(UUID subject) {
        return new UserId(new TypeId(PREFIX, subject).toString());
    }

    /** The subject at the identity server. */
    public UUID subject() {
        return TypeId.parse(PREFIX, value).uuid();
    }

    @Override
    public String toString() {
        return value;
    }
}
