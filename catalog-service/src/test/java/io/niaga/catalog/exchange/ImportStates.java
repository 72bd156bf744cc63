package io.niaga.catalog.exchange;

import io.niaga.types.Actor;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Imports in every state, and what each move makes of them. */
public final class ImportStates {
    public static final List<String> ALL = List.of("RECEIVED", "VALIDATED", "RUNNING", "DONE", "FAILED", "CANCELLED");
    public static final List<String> MOVES = List.of("read", "run", "finish", "fail", "cancel");
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");

    private ImportStates() {}

    static ImportJob job(ImportState state, boolean publish) {
        Actor.Person by = new Actor.Person(UserId.of("usr_01kavf8g00e4ttm0nbdjqsmn0n"), Set.of(), Map.of());
        return new ImportJob(
                ImportId.of("imp_01kavf8g00e4ttm0nbdjqsmn0n"),
                new ImportOrder(STORE, by, FileFormat.CSV, FileMapping.NONE, publish, "upl"),
                state,
                RowCounts.NONE,
                List.of(),
                0,
                0,
                NOW,
                Revision.NEW);
    }

    private static ImportState in(String state) {
        return switch (state) {
            case "RECEIVED" -> new ImportState.Received();
            case "VALIDATED" -> new ImportState.Validated();
            case "RUNNING" -> new ImportState.Running();
            case "DONE" -> new ImportState.Done(NOW);
            case "FAILED" -> new ImportState.Failed(NOW, "FILE_NOT_UTF8", "The file is not UTF-8 text.");
            default -> new ImportState.Cancelled(NOW);
        };
    }

    public static String after(String state, String move) {
        ImportJob job = job(in(state), false);
        try {
            ImportJob moved = switch (move) {
                case "read" -> job.validated(3, List.of());
                case "run" -> job.running();
                case "finish" -> job.done(NOW);
                case "fail" -> job.failed(NOW, "OVERDUE", "late");
                default -> job.cancelled(NOW);
            };
            return moved.state().label();
        } catch (IllegalStateException noSuchMove) {
            return "";
        }
    }
}
