package io.niaga.users.partner;

import io.niaga.types.TypeId;
import java.util.UUID;

/** A partner's program, {@code cli_…}: also the name by which it asks for tokens. */
public record ApiClientId(String value) {
    public static final String PREFIX = "cli";

    public ApiClientId {
        TypeId.parse(PREFIX, value);
    }

    public static ApiClientId of(String value) {
        return new ApiClientId(value);
    }

    /** The identity server knows it by these bits too, so that making it twice is making it once. */
    public UUID uuid() {
        return TypeId.parse(PREFIX, value).uuid();
    }

    @Override
    public String toString() {
        return value;
    }
}
