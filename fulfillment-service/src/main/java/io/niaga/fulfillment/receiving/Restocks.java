package io.niaga.fulfillment.receiving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where restocks are kept. Every write is atomic and raises the version. */
public interface Restocks {
    Optional<Restock> find(ReturnId id);

    /** Empty when there is one with this id already; otherwise it as it is now. */
    Optional<Restock> insert(Restock restock);

    /** Writes it over the version it was read in; empty: somebody else was faster. Otherwise it as it is now. */
    Optional<Restock> replace(Restock changed);

    /** Those that were left unfinished before that. */
    List<Restock> leftOpen(Instant before, int limit);
}
