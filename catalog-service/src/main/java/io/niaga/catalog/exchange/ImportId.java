package io.niaga.catalog.exchange;

import io.niaga.types.TypeId;

/** An import's id, {@code imp_…}. */
public record ImportId(String value) {
    public static final String PREFIX = "imp";

    public ImportId {
        TypeId.parse(PREFIX, value);
    }

    public static ImportId of(String value) {
        return new ImportId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
