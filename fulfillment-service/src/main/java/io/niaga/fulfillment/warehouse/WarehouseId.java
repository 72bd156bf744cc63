package io.niaga.fulfillment.warehouse;

import io.niaga.types.TypeId;

/** A warehouse's id, {@code whs_…}. */
public record WarehouseId(String value) implements Comparable<WarehouseId> {
    public static final String PREFIX = "whs";

    public WarehouseId {
        TypeId.parse(PREFIX, value);
    }

    public static WarehouseId of(String value) {
        return new WarehouseId(value);
    }

    @Override
    public int compareTo(WarehouseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
