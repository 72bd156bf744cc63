package io.niaga.users.audit.http;

import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.niaga.users.audit.AuditEntries;
import io.niaga.users.audit.AuditEntry;
import io.niaga.users.audit.ReadAudit;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {
    private final ReadAudit read;

    AuditController(ReadAudit read) {
        this.read = read;
    }

    record ChangeJson(
            String pointer, @Nullable String from, @Nullable String to) {}

    record AuditEntryJson(
            String id,
            String actor,
            @Nullable String onBehalfOf,
            String action,
            String resource,
            @Nullable String storeId,
            List<ChangeJson> changes,
            @Nullable String reason,
            @Nullable String requestId,
            Instant at) {
        static AuditEntryJson of(AuditEntry e) {
            List<ChangeJson> changes = e.changes().stream()
                    .map(c -> new ChangeJson(c.pointer(), c.from(), c.to()))
                    .toList();
            return new AuditEntryJson(
                    e.id(),
                    e.actor(),
                    e.onBehalfOf(),
                    e.action(),
                    e.resource(),
                    e.storeId(),
                    changes,
                    e.reason(),
                    e.requestId(),
                    e.at());
        }
    }

    @Operation(summary = "List audit entries, newest first")
    @GetMapping("/v1/audit-entries")
    ResponseEntity<Page<AuditEntryJson>> listAuditEntries(
            Actor actor,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable String resource,
            @RequestParam(name = "actor", required = false) @Nullable String who,
            PageRequest page) {
        String after = page.after();
        Page<AuditEntry> found = read.entries(
                actor,
                new AuditEntries.Query(store, resource, who),
                page.limit(),
                after == null ? null : Cursor.decode(after, 1).getFirst());
        String next = found.nextCursor();
        List<AuditEntryJson> items =
                found.items().stream().map(AuditEntryJson::of).toList();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }
}
