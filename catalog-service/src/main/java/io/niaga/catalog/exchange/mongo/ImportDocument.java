package io.niaga.catalog.exchange.mongo;

import io.niaga.catalog.exchange.FileFormat;
import io.niaga.catalog.exchange.ImportId;
import io.niaga.catalog.exchange.ImportJob;
import io.niaga.catalog.exchange.ImportOrder;
import io.niaga.catalog.exchange.ImportState;
import io.niaga.catalog.exchange.RowCounts;
import io.niaga.messaging.OutboxCollection;
import io.niaga.types.Actor;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** A job as it is kept. {@code freeAt} is there while it has not ended: from then on anybody may take it. */
record ImportDocument(Document fields) {
    static final String FREE_AT = "freeAt";
    static final String WORKER = "worker";
    static final String TRIES = "tries";

    static Document of(ImportJob job) {
        ImportOrder order = job.order();
        StoreId store = order.store();
        Document by = new Document("id", order.by().id().value())
                .append("roles", names(order.by().roles()))
                .append("storeRoles", names(order.by().stores().getOrDefault(store, Set.of())));
        return new Document("schemaVersion", 1)
                .append("storeId", store.value())
                .append("by", by)
                .append("format", order.format().name())
                .append("mapping", MappingDocument.of(order.mapping()))
                .append("publish", order.publish())
                .append("upload", order.upload())
                .append("createdAt", Date.from(job.createdAt()))
                .append(TRIES, job.tries())
                .append("pieces", job.pieces())
                .append("ignored", job.ignored())
                .append("rows", rows(job.rows()))
                .append("state", state(job.state()));
    }

    private static List<String> names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    private static Document rows(RowCounts rows) {
        return new Document("total", rows.total())
                .append("created", rows.created())
                .append("changed", rows.changed())
                .append("unchanged", rows.unchanged())
                .append("rejected", rows.rejected());
    }

    private static Document state(ImportState state) {
        Document is = new Document("is", state.label());
        return switch (state) {
            case ImportState.Received ignored -> is;
            case ImportState.Validated ignored -> is;
            case ImportState.Running ignored -> is;
            case ImportState.Done done -> is.append("at", Date.from(done.at()));
            case ImportState.Cancelled cancelled -> is.append("at", Date.from(cancelled.at()));
            case ImportState.Failed failed ->
                is.append("at", Date.from(failed.at()))
                        .append("code", failed.code())
                        .append("reason", failed.reason());
        };
    }

    ImportJob job() {
        Document rows = fields.get("rows", Document.class);
        return new ImportJob(
                ImportId.of(fields.getString("_id")),
                order(),
                readState(fields.get("state", Document.class)),
                new RowCounts(
                        rows.getInteger("total"),
                        rows.getInteger("created"),
                        rows.getInteger("changed"),
                        rows.getInteger("unchanged"),
                        rows.getInteger("rejected")),
                fields.getList("ignored", String.class),
                fields.getInteger("pieces"),
                fields.getInteger(TRIES),
                fields.getDate("createdAt").toInstant(),
                OutboxCollection.revision(fields));
    }

    private ImportOrder order() {
        StoreId store = StoreId.of(fields.getString("storeId"));
        Document by = fields.get("by", Document.class);
        return new ImportOrder(
                store,
                new Actor.Person(
                        UserId.of(by.getString("id")),
                        roles(by.getList("roles", String.class)),
                        Map.of(store, roles(by.getList("storeRoles", String.class)))),
                FileFormat.valueOf(fields.getString("format")),
                new MappingDocument(fields.get("mapping", Document.class)).mapping(),
                fields.getBoolean("publish"),
                fields.getString("upload"));
    }

    private static Set<Role> roles(List<String> names) {
        return names.stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    private static ImportState readState(Document state) {
        return switch (state.getString("is")) {
            case "RECEIVED" -> new ImportState.Received();
            case "VALIDATED" -> new ImportState.Validated();
            case "RUNNING" -> new ImportState.Running();
            case "DONE" -> new ImportState.Done(at(state));
            case "CANCELLED" -> new ImportState.Cancelled(at(state));
            case "FAILED" -> new ImportState.Failed(at(state), state.getString("code"), state.getString("reason"));
            case String other -> throw new IllegalStateException("an import cannot be " + other);
        };
    }

    private static Instant at(Document state) {
        return state.getDate("at").toInstant();
    }
}
