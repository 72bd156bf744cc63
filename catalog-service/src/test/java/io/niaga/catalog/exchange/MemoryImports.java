package io.niaga.catalog.exchange;

import io.niaga.catalog.audit.StaffWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One import, always due, in memory. */
public class MemoryImports implements Imports {
    private @Nullable ImportJob job;
    /** For each time it was left: whether that try does not count. */
    final List<Boolean> left = new ArrayList<>();

    @Override
    public void add(ImportJob added, StaffWrite write) {
        job = added;
    }

    @Override
    public Optional<ImportJob> find(ImportId id) {
        return Optional.ofNullable(job);
    }

    @Override
    public Optional<ImportJob> take(String worker, Instant now, Instant until) {
        return Optional.ofNullable(job);
    }

    @Override
    public Optional<ImportJob> keep(ImportJob kept, String worker, Instant until, List<StaffWrite> writes) {
        job = kept;
        return Optional.of(kept);
    }

    @Override
    public void leave(ImportId id, String worker, Instant from, boolean blameless) {
        left.add(blameless);
    }

    @Override
    public boolean end(ImportJob ended, StaffWrite write) {
        job = ended;
        return true;
    }

    @Override
    public void keepPiece(ImportId id, int piece, List<RowOutcome> outcomes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<List<RowOutcome>> piece(ImportId id, int piece) {
        return Optional.empty();
    }

    @Override
    public List<RowOutcome> rows(ImportId id, RowOutcome.@Nullable Kind kind, int afterLine, int limit) {
        return List.of();
    }
}
