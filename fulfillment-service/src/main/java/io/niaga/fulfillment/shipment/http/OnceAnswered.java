package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.shipment.Fulfillment;
import io.niaga.fulfillment.shipment.FulfillmentId;
import io.niaga.fulfillment.shipment.ReadFulfillments;
import io.niaga.service.http.Etags;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.types.Actor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Moves a fulfillment, with a key only once, and answers how it is then. */
record OnceAnswered(ReadFulfillments read, Idempotency idempotency) {
    record Call(
            Actor actor,
            FulfillmentId id,
            String move,
            @Nullable Object body,
            @Nullable IdempotencyKey key) {
        IdempotencyCall asIdempotent() {
            String route = "POST /v1/fulfillments/" + id + "/" + move;
            return IdempotencyCall.optional(key, actor, route, body, id.value());
        }
    }

    ResponseEntity<FulfillmentJson> once(Call call, Function<FulfillmentId, Fulfillment> move) {
        IdempotentOutcome<Fulfillment> outcome = idempotency.run(
                call.asIdempotent(),
                id -> move.apply(FulfillmentId.of(id)),
                id -> read.find(call.actor(), FulfillmentId.of(id)));
        Fulfillment f = outcome.value();
        FulfillmentJson json =
                FulfillmentJson.of(f, read.showsAddress(call.actor(), f.order().store()));
        return IdempotentResponse.ok(new IdempotentOutcome<>(json, outcome.replayed()), Etags.of(f.revision()));
    }
}
