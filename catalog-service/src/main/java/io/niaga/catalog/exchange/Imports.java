package io.niaga.catalog.exchange;

import io.niaga.catalog.audit.StaffWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where imports are kept, with the outcomes of their rows. */
public interface Imports {
    /** Also fine when the very same job was added before. */
    void add(ImportJob job, StaffWrite write);

    Optional<ImportJob> find(ImportId id);

    /**
     * Takes a job that has not ended and that nobody works on, until then; one more try is counted.
     *
     * @param worker a name that no other run has
     */
    Optional<ImportJob> take(String worker, Instant now, Instant until);

    /** Keeps what the worker did, if the job is still its own and as it was loaded; empty if not. */
    Optional<ImportJob> keep(ImportJob job, String worker, Instant until, List<StaffWrite> writes);

    /**
     * Lets others go on with it from then.
     *
     * @param blameless the try does not count: something else was missing
     */
    void leave(ImportId id, String worker, Instant from, boolean blameless);

    /** Ends it, whoever works on it; false when it changed meanwhile. */
    boolean end(ImportJob job, StaffWrite write);

    /** Keeps a piece's outcomes; kept before, it stays as it was. */
    void keepPiece(ImportId id, int piece, List<RowOutcome> outcomes);

    Optional<List<RowOutcome>> piece(ImportId id, int piece);

    /** Outcomes by line, after the given one. */
    List<RowOutcome> rows(ImportId id, RowOutcome.@Nullable Kind kind, int afterLine, int limit);
}
