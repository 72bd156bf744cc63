package io.niaga.catalog.category;

import io.niaga.types.TypeId;

/** A category's id, {@code cat_…}. */
public record CategoryId(String value) {
    public static final String PREFIX = "cat";

    public CategoryId {
        TypeId.parse(PREFIX, value);
    }

    public static CategoryId of(String value) {
        return new CategoryId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
