package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.shipment.FulfillmentId;
import io.niaga.fulfillment.shipment.ReadFulfillments;
import io.niaga.fulfillment.shipment.ReportShortage;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.types.Actor;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ShortageController {
    private final ReportShortage report;
    private final OnceAnswered answers;

    ShortageController(ReportShortage report, ReadFulfillments read, Idempotency idempotency) {
        this.report = report;
        this.answers = new OnceAnswered(read, idempotency);
    }

    @Operation(
            summary =
                    "Report units that are not there to be picked: they leave the stock, nothing is shipped, the order ends")
    @PostMapping("/v1/fulfillments/{id}/shortage")
    ResponseEntity<FulfillmentJson> reportShortage(
            Actor actor, @PathVariable FulfillmentId id, @RequestBody ShortageJson body, @Nullable IdempotencyKey key) {
        Reason reason = Reason.of(body.reason().name());
        return answers.once(
                new OnceAnswered.Call(actor, id, "shortage", body, key),
                f -> report.report(actor, f, body.toLines(), reason));
    }
}
