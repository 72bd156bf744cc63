package io.niaga.catalog.exchange;

import io.niaga.types.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param why it was rejected; null otherwise
 */
public record RowOutcome(int line, Kind kind, @Nullable FieldError why) {
    /** Of a row: its variant is new, differs from before, is as before, or was not taken. */
    public enum Kind {
        CREATED,
        CHANGED,
        UNCHANGED,
        REJECTED
    }

    public static RowOutcome rejected(int line, FieldError why) {
        return new RowOutcome(line, Kind.REJECTED, why);
    }
}
