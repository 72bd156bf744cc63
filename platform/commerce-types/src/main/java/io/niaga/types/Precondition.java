package io.niaga.types;

import java.util.OptionalLong;

/** What the caller demands of the version it changes: the content of {@code If-Match}. */
public record Precondition(OptionalLong version) {
    /** Any version will do. */
    public static final Precondition NONE = new Precondition(OptionalLong.empty());

    public static Precondition version(long version) {
        return new Precondition(OptionalLong.of(version));
    }

    /** Throws {@link CommonProblem#STALE_VERSION} when another version was demanded; none demanded is fine. */
    public void check(Revision revision) {
        if (version.isPresent() && version.getAsLong() != revision.version()) {
            throw CommonProblem.STALE_VERSION.with("version", revision.version());
        }
    }

    /** The same, and a version must have been demanded. */
    public void require(Revision revision) {
        if (version.isEmpty()) {
            throw CommonProblem.PRECONDITION_REQUIRED.now();
        }
        check(revision);
    }
}
