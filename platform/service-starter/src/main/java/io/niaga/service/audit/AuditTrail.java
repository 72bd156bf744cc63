package io.niaga.service.audit;

import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.service.patch.JsonDiff;
import io.niaga.service.trace.Trace;
import io.niaga.types.Actor;
import io.niaga.types.IdSource;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes audit entries, to ride in the outbox of what they tell about.
 *
 * <p>The request they belong to is the current trace. Personal fields are named but their values left out.
 */
public final class AuditTrail {
    private static final int LONGEST_VALUE = 500;

    private final IdSource ids;
    private final Clock clock;

    public AuditTrail(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** An entry about a resource ({@code store} null: of no store). */
    public AuditRecordedV1 entry(
            Actor actor,
            String action,
            String resource,
            @Nullable StoreId store,
            List<AuditRecordedV1.Change> changes,
            @Nullable String reason) {
        return new AuditRecordedV1(
                ids.next("aud").toString(),
                actor.label(),
                actor instanceof Actor.Service service
                        ? service.onBehalfOf().map(UserId::value).orElse(null)
                        : null,
                action,
                resource,
                store == null ? null : store.value(),
                changes,
                reason,
                Trace.currentTraceId(),
                clock.instant());
    }

    /** The changes between two states, without values below the personal pointers. */
    public static List<AuditRecordedV1.Change> changes(JsonNode before, JsonNode after, Collection<String> personal) {
        return JsonDiff.differences(before, after).entrySet().stream()
                .map(change -> change(change, personal))
                .toList();
    }

    private static AuditRecordedV1.Change change(
            Map.Entry<String, JsonDiff.Difference> change, Collection<String> personal) {
        String pointer = change.getKey();
        if (personal.stream().anyMatch(p -> pointer.equals(p) || pointer.startsWith(p + "/"))) {
            return new AuditRecordedV1.Change(pointer, null, null);
        }
        JsonDiff.Difference difference = change.getValue();
        return new AuditRecordedV1.Change(pointer, text(difference.before()), text(difference.after()));
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }
}
