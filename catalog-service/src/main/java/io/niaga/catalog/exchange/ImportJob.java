package io.niaga.catalog.exchange;

import io.niaga.types.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An import under way or ended. Its rows are worked on piece by piece, and each piece is kept with its outcome, so that after a
 * crash the next worker goes on with the piece that was not finished.
 *
 * @param pieces finished
 * @param tries to work on the piece at hand
 */
public record ImportJob(
        ImportId id,
        ImportOrder order,
        ImportState state,
        RowCounts rows,
        List<String> ignored,
        int pieces,
        int tries,
        Instant createdAt,
        Revision revision) {
    private static final Duration LONGEST = Duration.ofHours(24);

    public ImportJob {
        ignored = List.copyOf(ignored);
    }

    public static ImportJob received(ImportId id, ImportOrder order, Instant now) {
        return new ImportJob(id, order, new ImportState.Received(), RowCounts.NONE, List.of(), 0, 0, now, Revision.NEW);
    }

    ImportJob validated(int total, List<String> unused) {
        requires(state instanceof ImportState.Received);
        return with(new ImportState.Validated(), rows.of(total), unused, pieces);
    }

    ImportJob running() {
        requires(state instanceof ImportState.Validated || state instanceof ImportState.Running);
        return with(new ImportState.Running(), rows, ignored, pieces);
    }

    /** One piece more. */
    ImportJob further(RowCounts piece) {
        requires(state instanceof ImportState.Running);
        return with(state, rows.plus(piece), ignored, pieces + 1);
    }

    ImportJob done(Instant now) {
        requires(state instanceof ImportState.Running);
        return with(new ImportState.Done(now), rows, ignored, pieces);
    }

    ImportJob failed(Instant now, String code, String reason) {
        requires(!state.hasEnded());
        return with(new ImportState.Failed(now, code, reason), rows, ignored, pieces);
    }

    /** What was imported before stays; cancelled again it is as it was. */
    ImportJob cancelled(Instant now) {
        if (state.hasEnded() && !(state instanceof ImportState.Cancelled)) {
            throw ImportProblem.IMPORT_ENDED.with("state", state.label());
        }
        return state.hasEnded() ? this : with(new ImportState.Cancelled(now), rows, ignored, pieces);
    }

    private void requires(boolean possible) {
        if (!possible) {
            throw new IllegalStateException("this does not happen to an import that is " + state.label());
        }
    }

    boolean isOverdue(Instant now) {
        return createdAt.plus(LONGEST).isBefore(now);
    }

    private ImportJob with(ImportState other, RowCounts counts, List<String> unused, int finished) {
        return new ImportJob(id, order, other, counts, unused, finished, 0, createdAt, revision);
    }
}
