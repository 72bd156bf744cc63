package io.niaga.catalog.price;

/** What became of a price that was to be set. */
public sealed interface PriceOutcome {
    record Changed() implements PriceOutcome {}

    /** It was that already. */
    record Unchanged() implements PriceOutcome {}

    /**
     * Nothing of the SKU changed.
     *
     * @param code stable UPPER_SNAKE reason
     */
    record Rejected(String code, String message) implements PriceOutcome {}

    default String label() {
        return switch (this) {
            case Changed ignored -> "CHANGED";
            case Unchanged ignored -> "UNCHANGED";
            case Rejected ignored -> "REJECTED";
        };
    }
}
