package io.niaga.search.behaviour.http;

import io.niaga.search.behaviour.Behaviour;
import io.niaga.search.behaviour.BehaviourType;
import io.niaga.search.behaviour.RecordBehaviour;
import io.niaga.types.StoreId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one session did.
 *
 * @param consent the caller states that the visitor agreed to it
 * @param sessionId random and opaque; a new one after half an hour without activity
 */
record BehaviourBatchJson(
        boolean consent,
        StoreId storeId,
        @Pattern(regexp = "[A-Za-z0-9_-]{16,128}") String sessionId,
        @Size(min = 1, max = RecordBehaviour.MOST) List<@Valid EventJson> events) {
    BehaviourBatchJson {
        events = List.copyOf(events);
    }

    List<Behaviour> behaviour() {
        return events.stream().map(EventJson::behaviour).toList();
    }

    /** One deed; {@code productId} or {@code sku}, {@code query} or {@code orderId}, as its type asks for. */
    record EventJson(
            BehaviourType type,
            Instant at,
            @Nullable @Size(max = 64) String productId,
            @Nullable @Size(max = 64) String sku,
            @Nullable @Size(max = 200) String query,
            @Nullable @Size(max = 64) String orderId) {
        EventJson {
            // Said here, so that what is missing is refused where it is missing.
            new Behaviour(type, at, productId, sku, query, orderId);
        }

        Behaviour behaviour() {
            return new Behaviour(type, at, productId, sku, query, orderId);
        }
    }
}
