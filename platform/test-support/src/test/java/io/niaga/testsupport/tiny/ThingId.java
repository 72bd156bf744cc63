package io.niaga.testsupport.tiny;

import io.niaga.types.TypeId;

public record ThingId(String value) {
    public ThingId {
        TypeId.parse("thg", value);
    }

    public static ThingId of(String value) {
        return new ThingId(value);
    }
}
