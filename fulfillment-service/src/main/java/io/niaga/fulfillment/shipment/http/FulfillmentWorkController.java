package io.niaga.fulfillment.shipment.http;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.shipment.FulfillmentId;
import io.niaga.fulfillment.shipment.ReadFulfillments;
import io.niaga.fulfillment.shipment.ReceiveBack;
import io.niaga.fulfillment.shipment.ReportByHand;
import io.niaga.fulfillment.shipment.WorkOnFulfillment;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.types.Actor;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/fulfillments/{id}")
class FulfillmentWorkController {
    private final WorkOnFulfillment work;
    private final ReceiveBack receive;
    private final ReportByHand report;
    private final OnceAnswered answers;

    FulfillmentWorkController(
            WorkOnFulfillment work,
            ReceiveBack receive,
            ReportByHand report,
            ReadFulfillments read,
            Idempotency idempotency) {
        this.work = work;
        this.receive = receive;
        this.report = report;
        this.answers = new OnceAnswered(read, idempotency);
    }

    @Operation(summary = "Give a fulfillment to the warehouse")
    @PostMapping("/release")
    ResponseEntity<FulfillmentJson> releaseFulfillment(
            Actor actor, @PathVariable FulfillmentId id, @Nullable IdempotencyKey key) {
        return answers.once(new OnceAnswered.Call(actor, id, "release", null, key), f -> work.release(actor, f));
    }

    @Operation(summary = "Begin picking, or with lines: everything was picked")
    @PostMapping("/picking")
    ResponseEntity<FulfillmentJson> pickFulfillment(
            Actor actor,
            @PathVariable FulfillmentId id,
            @RequestBody FulfillmentWork.Picking body,
            @Nullable IdempotencyKey key) {
        List<FulfillmentWork.PickedLine> lines = body.lines();
        return answers.once(
                new OnceAnswered.Call(actor, id, "picking", body, key),
                f -> lines == null
                        ? work.startPicking(actor, f)
                        : work.pick(actor, f, FulfillmentWork.Picking.units(lines)));
    }

    @Operation(summary = "Say that everything is in its box")
    @PostMapping("/packing")
    ResponseEntity<FulfillmentJson> packFulfillment(
            Actor actor,
            @PathVariable FulfillmentId id,
            @RequestBody FulfillmentWork.Packing body,
            @Nullable IdempotencyKey key) {
        return answers.once(
                new OnceAnswered.Call(actor, id, "packing", body, key), f -> work.pack(actor, f, body.weightGrams()));
    }

    @Operation(summary = "Give the box to a carrier")
    @PostMapping("/handover")
    ResponseEntity<FulfillmentJson> handOverFulfillment(
            Actor actor,
            @PathVariable FulfillmentId id,
            @RequestBody FulfillmentWork.HandOver body,
            @Nullable IdempotencyKey key) {
        return answers.once(
                new OnceAnswered.Call(actor, id, "handover", body, key),
                f -> work.handOver(actor, f, body.carrier(), body.service(), body.number()));
    }

    @Operation(summary = "Tell what becomes of a parcel whose carrier is not integrated")
    @PostMapping("/parcels/{tracking}/events")
    ResponseEntity<FulfillmentJson> reportParcelEvent(
            Actor actor,
            @PathVariable FulfillmentId id,
            @PathVariable TrackingNumber tracking,
            @RequestBody ParcelReport body,
            @Nullable IdempotencyKey key) {
        return answers.once(
                new OnceAnswered.Call(actor, id, "parcels/" + tracking + "/events", body, key),
                f -> report.report(actor, f, tracking, body.state()));
    }

    @Operation(summary = "Take back what could not be delivered, as it was inspected")
    @PostMapping("/receipt")
    ResponseEntity<FulfillmentJson> receiveFulfillmentBack(
            Actor actor,
            @PathVariable FulfillmentId id,
            @RequestBody FulfillmentWork.Receipt body,
            @Nullable IdempotencyKey key) {
        return answers.once(
                new OnceAnswered.Call(actor, id, "receipt", body, key), f -> receive.receive(actor, f, body.toLines()));
    }
}
