package io.niaga.types;

import java.util.OptionalLong;

/**
 * What the caller demands of the version it changes: the content of {@code If-Match}.
 *
 * @param demanded whether the caller demands anything
 * @param version the only one that will do; empty when any will
 */
public record Precondition(boolean demanded, OptionalLong version) {
    /** Nothing is demanded. */
    public static final Precondition NONE = new Precondition(false, OptionalLong.empty());

    /** That there is something to change, in any version: {@code *}. */
    public static final Precondition EXISTS = new Precondition(true, OptionalLong.empty());

    public static Precondition version(long version) {
        return new Precondition(true, OptionalLong.of(version));
    }

    /** Throws {@link CommonProblem#STALE_VERSION} when something else was demanded; nothing demanded is fine. */
    public void check(Revision revision) {
        boolean met = version.isPresent()
                ? version.getAsLong() == revision.version()
                : !demanded || !revision.equals(Revision.NEW);
        if (!met) {
            throw CommonProblem.STALE_VERSION.with("version", revision.version());
        }
    }

    /** The same, and something must have been demanded. */
    public void require(Revision revision) {
        if (!demanded) {
            throw CommonProblem.PRECONDITION_REQUIRED.now();
        }
        check(revision);
    }
}
