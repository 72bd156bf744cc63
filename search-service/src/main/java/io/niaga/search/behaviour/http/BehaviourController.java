package io.niaga.search.behaviour.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.search.behaviour.RecordBehaviour;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BehaviourController {
    private final RecordBehaviour record;
    private final Counter accepted;
    private final Counter unknown;
    private final Counter untimely;
    private final Counter withoutConsent;

    BehaviourController(RecordBehaviour record, MeterRegistry meters) {
        this.record = record;
        this.accepted = counter(meters, "accepted");
        this.unknown = counter(meters, "unknown");
        this.untimely = counter(meters, "untimely");
        this.withoutConsent = counter(meters, "without-consent");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("niaga.search.behaviour")
                .description("Deeds of visitors that were told, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** What became of a batch; {@code unknown} and {@code untimely} were not kept. */
    record BehaviourOutcomeJson(int accepted, int unknown, int untimely) {
        static BehaviourOutcomeJson of(RecordBehaviour.Outcome outcome) {
            return new BehaviourOutcomeJson(outcome.accepted(), outcome.unknown(), outcome.untimely());
        }
    }

    @Operation(
            summary = "Tell what a visitor did, with their consent",
            description =
                    "Without consent (`\"consent\":false`) nothing is looked at or kept and the answer is 204. What"
                            + " could not be told (503) may be told again: the same behaviour is the same event.")
    @PostMapping("/v1/behaviour-events")
    @Contract(
            answers = {202, 204},
            gives = {},
            guests = Contract.ANYBODY)
    ResponseEntity<BehaviourOutcomeJson> recordBehaviour(Actor actor, @Valid @RequestBody BehaviourBatchJson batch) {
        if (!batch.consent()) {
            withoutConsent.increment(batch.events().size());
            return ResponseEntity.noContent().build();
        }
        RecordBehaviour.Outcome outcome = record.record(actor, batch.storeId(), batch.sessionId(), batch.behaviour());
        accepted.increment(outcome.accepted());
        unknown.increment(outcome.unknown());
        untimely.increment(outcome.untimely());
        return ResponseEntity.accepted().body(BehaviourOutcomeJson.of(outcome));
    }
}
