package io.niaga.catalog.exchange;

import java.time.Instant;

/** Where an import is: {@code RECEIVED → VALIDATED → RUNNING → DONE | FAILED | CANCELLED}, ended from everywhere. */
public sealed interface ImportState {
    /** The file is kept. */
    record Received() implements ImportState {}

    /** The file can be read to its end, and its rows are counted. */
    record Validated() implements ImportState {}

    record Running() implements ImportState {}

    /** Every row was worked on; some may be rejected. */
    record Done(Instant at) implements ImportState {}

    /** The file as a whole could not be imported; what was done before stays. */
    record Failed(Instant at, String code, String reason) implements ImportState {}

    /** Stopped by its staff; what was done before stays. */
    record Cancelled(Instant at) implements ImportState {}

    default String label() {
        return switch (this) {
            case Received ignored -> "RECEIVED";
            case Validated ignored -> "VALIDATED";
            case Running ignored -> "RUNNING";
            case Done ignored -> "DONE";
            case Failed ignored -> "FAILED";
            case Cancelled ignored -> "CANCELLED";
        };
    }

    default boolean hasEnded() {
        return switch (this) {
            case Received ignored -> false;
            case Validated ignored -> false;
            case Running ignored -> false;
            case Done ignored -> true;
            case Failed ignored -> true;
            case Cancelled ignored -> true;
        };
    }
}
