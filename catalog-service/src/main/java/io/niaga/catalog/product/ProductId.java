package io.niaga.catalog.product;

import io.niaga.types.TypeId;

/** A product's id, {@code prd_…}. */
public record ProductId(String value) {
    public static final String PREFIX = "prd";

    public ProductId {
        TypeId.parse(PREFIX, value);
    }

    public static ProductId of(String value) {
        return new ProductId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
