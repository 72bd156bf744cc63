package io.niaga.catalog.exchange;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.store.Store;
import io.niaga.catalog.store.Stores;
import io.niaga.types.Permissions;
import io.niaga.types.UseCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Works on imports: reads the file through once to know that it can be, then piece by piece. Progress is kept after each piece
 * under a lease; whoever loses it stops, and another goes on.
 */
@UseCase
public final class RunImport {
    private static final int MOST_TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Imports imports;
    private final Uploads uploads;
    private final FileRows.Opening files;
    private final ApplyPiece apply;
    private final Surroundings around;

    /**
     * What the work needs besides.
     *
     * @param lease how long a job is a worker's own without a sign of life
     * @param pieceRows rows worked on together
     * @param counted told of each piece's outcomes, for the metrics
     */
    public record Surroundings(
            Stores stores,
            Permissions permissions,
            Clock clock,
            Duration lease,
            int pieceRows,
            BiConsumer<String, Integer> counted) {}

    public RunImport(Imports imports, Uploads uploads, FileRows.Opening files, ApplyPiece apply, Surroundings around) {
        this.imports = imports;
        this.uploads = uploads;
        this.files = files;
        this.apply = apply;
        this.around = around;
    }

    /** Takes one job that is due and works on it to its end; false when none is. Throws after leaving it for later. */
    public boolean runOne(String worker) {
        Instant now = around.clock().instant();
        Optional<ImportJob> due = imports.take(worker, now, until());
        due.ifPresent(job -> run(job, worker));
        return due.isPresent();
    }

    private void run(ImportJob job, String worker) {
        try {
            if (job.tries() > MOST_TRIES) {
                fail(job, worker, "INTERNAL_ERROR", "The import was given up after several tries.");
            } else if (job.isOverdue(around.clock().instant())) {
                fail(job, worker, "OVERDUE", "The import could not be finished within a day.");
            } else {
                work(job, worker);
            }
        } catch (UnreadableFile unreadable) {
            imports.find(job.id()).ifPresent(now -> fail(now, worker, unreadable.code(), unreadable.reason()));
        } catch (RuntimeException | StackOverflowError failed) {
            // What a file makes overflow must count as a try too, or the job came back for ever.
            imports.leave(
                    job.id(), worker, around.clock().instant().plus(PAUSE), failed instanceof StockCounts.Unavailable);
            throw failed;
        }
    }

    private void work(ImportJob taken, String worker) {
        ImportJob valid = taken.state() instanceof ImportState.Received ? validated(taken, worker) : taken;
        ImportJob job = valid == null ? null : running(valid, worker);
        if (job == null) {
            return;
        }
        Store store = around.stores().find(job.order().store()).orElseThrow();
        ImportRights rights = new ImportRights(around.permissions(), job.order().by(), store.id());
        try (InputStream file = uploads.open(job.order().upload())) {
            TakePieces pieces =
                    new TakePieces(files.open(job.order().format(), job.order().mapping(), file), around.pieceRows());
            int finished = job.pieces();
            for (int piece = 0; pieces.hasNext(); piece++) {
                List<FileRow> rows = pieces.next();
                if (piece < finished) {
                    continue;
                }
                job = further(job, worker, store, rights, rows);
                if (job == null) {
                    return;
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        end(job, job.done(around.clock().instant()), worker);
    }

    private @Nullable ImportJob validated(ImportJob job, String worker) {
        try (InputStream file = uploads.open(job.order().upload())) {
            FileRows rows = files.open(job.order().format(), job.order().mapping(), file);
            int total = 0;
            while (rows.hasNext()) {
                rows.next();
                total++;
            }
            ImportJob valid = job.validated(total, rows.ignored());
            return imports.keep(valid, worker, until(), List.of()).orElse(null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private @Nullable ImportJob running(ImportJob job, String worker) {
        return job.state() instanceof ImportState.Running
                ? job
                : imports.keep(job.running(), worker, until(), List.of()).orElse(null);
    }

    /** Null when the job is no more the worker's own. */
    private @Nullable ImportJob further(
            ImportJob job, String worker, Store store, ImportRights rights, List<FileRow> rows) {
        List<RowOutcome> outcomes = imports.piece(job.id(), job.pieces()).orElse(null);
        if (outcomes == null) {
            outcomes = apply.apply(job, store, rights, rows, around.clock().instant());
            imports.keepPiece(job.id(), job.pieces(), outcomes);
        }
        RowCounts counts = RowCounts.of(outcomes);
        ImportJob kept =
                imports.keep(job.further(counts), worker, until(), List.of()).orElse(null);
        if (kept != null) {
            around.counted().accept("created", counts.created());
            around.counted().accept("changed", counts.changed());
            around.counted().accept("unchanged", counts.unchanged());
            around.counted().accept("rejected", counts.rejected());
        }
        return kept;
    }

    private void fail(ImportJob job, String worker, String code, String reason) {
        end(job, job.failed(around.clock().instant(), code, reason), worker);
    }

    private void end(ImportJob before, ImportJob ended, String worker) {
        StaffWrite write =
                ReceiveImport.write(ended, before.state().label(), ended.state().label());
        if (imports.keep(ended, worker, until(), List.of(write)).isPresent()) {
            uploads.remove(ended.order().upload());
        }
    }

    private Instant until() {
        return around.clock().instant().plus(around.lease());
    }
}
