package io.niaga.orders.quote;

import io.niaga.types.TypeId;

/** A quote's id, {@code quo_…}; what follows from the quote takes its bits under other prefixes. */
public record QuoteId(String value) {
    public static final String PREFIX = "quo";

    public QuoteId {
        TypeId.parse(PREFIX, value);
    }

    public static QuoteId of(String value) {
        return new QuoteId(value);
    }

    public TypeId typeId() {
        return TypeId.parse(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
