package io.niaga.reporting.dashboard;

import io.niaga.types.Actor;
import io.niaga.types.TypeId;
import java.util.Optional;

/** Where links are kept until they are forgotten; what is kept does not open anything. */
public interface Links {
    /** Keeps it and tells in the same write who made it. */
    void add(Link link, Actor maker);

    Optional<Link> find(TypeId id);
}
