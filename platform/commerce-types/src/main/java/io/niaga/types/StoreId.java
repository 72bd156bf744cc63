package io.niaga.types;

/** A store's id, {@code sto_…}. */
public record StoreId(String value) implements Comparable<StoreId> {
    public static final String PREFIX = "sto";

    public StoreId {
        TypeId.parse(PREFIX, value);
    }

    public static StoreId of(String value) {
        return new StoreId(value);
    }

    @Override
    public int compareTo(StoreId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
