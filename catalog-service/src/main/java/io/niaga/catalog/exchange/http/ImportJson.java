package io.niaga.catalog.exchange.http;

import io.niaga.catalog.exchange.ImportJob;
import io.niaga.catalog.exchange.ImportState;
import io.niaga.service.openapi.Among;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an import goes. */
record ImportJson(
        String id,
        StoreId storeId,
        @Among(ImportState.class) String state,
        Rows rows,
        List<String> ignored,
        @Nullable Failure failure,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Rows are variants; {@code total} is 0 until the file is validated. */
    record Rows(int total, int done, int created, int changed, int unchanged, int rejected) {}

    /** Why the file as a whole was not imported. */
    record Failure(String code, String message) {}

    static ImportJson of(ImportJob job) {
        var rows = job.rows();
        ImportState state = job.state();
        return new ImportJson(
                job.id().value(),
                job.order().store(),
                state.label(),
                new Rows(rows.total(), rows.done(), rows.created(), rows.changed(), rows.unchanged(), rows.rejected()),
                job.ignored(),
                state instanceof ImportState.Failed failed ? new Failure(failed.code(), failed.reason()) : null,
                job.createdAt(),
                endedAt(state));
    }

    private static @Nullable Instant endedAt(ImportState state) {
        return switch (state) {
            case ImportState.Received ignored -> null;
            case ImportState.Validated ignored -> null;
            case ImportState.Running ignored -> null;
            case ImportState.Done done -> done.at();
            case ImportState.Failed failed -> failed.at();
            case ImportState.Cancelled cancelled -> cancelled.at();
        };
    }
}
