package io.niaga.users.partner;

import java.time.Instant;

/** Where a partner's program is in its life. */
public sealed interface ApiClientState {
    /** It was asked for; the identity server may not know it yet, and nobody knows its secret. */
    record Making() implements ApiClientState {}

    /** It gets tokens with the secret that was shown then. */
    record Active(Instant secretSince) implements ApiClientState {}

    /** Its end is decided; the identity server may still know it. */
    record Removing() implements ApiClientState {}

    /** It gets no tokens any more, and is not shown. */
    record Removed() implements ApiClientState {}

    /** The stable name. */
    default String name() {
        return switch (this) {
            case Making _ -> "MAKING";
            case Active _ -> "ACTIVE";
            case Removing _ -> "REMOVING";
            case Removed _ -> "REMOVED";
        };
    }

    /** Whether its end is decided. */
    default boolean isOver() {
        return switch (this) {
            case Making _, Active _ -> false;
            case Removing _, Removed _ -> true;
        };
    }
}
