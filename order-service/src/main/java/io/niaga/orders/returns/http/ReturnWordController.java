package io.niaga.orders.returns.http;

import io.niaga.orders.order.ReturnId;
import io.niaga.orders.order.ReturnState;
import io.niaga.orders.returns.ChangeReturn;
import io.niaga.orders.returns.ReturnFact;
import io.niaga.orders.returns.ShowReturns;
import io.niaga.service.http.Etags;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What buyers and staff say about a return. The same word again is answered with the return as it is. */
@RestController
@RequestMapping("/v1/returns/{id}")
class ReturnWordController {
    private final ChangeReturn changeReturn;
    private final ShowReturns showReturns;
    private final Idempotency idempotency;

    ReturnWordController(ChangeReturn changeReturn, ShowReturns showReturns, Idempotency idempotency) {
        this.changeReturn = changeReturn;
        this.showReturns = showReturns;
        this.idempotency = idempotency;
    }

    @PostMapping("/approval")
    @Operation(
            summary = "Take a return",
            description =
                    "When all of it is MISSING, it is refunded at once. Otherwise what is MISSING is refunded with the"
                            + " rest, when that has come back and was inspected; or alone, when the rest was not sent in time.")
    @Contract(answers = {200, 202})
    ResponseEntity<ReturnJson> approveReturn(Actor actor, @PathVariable ReturnId id, @Nullable IdempotencyKey key) {
        return said(new Call(id, "approval", key, null), new ReturnFact.Approved(actor));
    }

    /** @param reason what the customer is told */
    record RefusalRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = ReturnRequest.TEXT)
            String reason) {}

    @PostMapping("/refusal")
    @Operation(summary = "Do not take a return")
    ResponseEntity<ReturnJson> refuseReturn(
            Actor actor,
            @PathVariable ReturnId id,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody RefusalRequest request) {
        return said(new Call(id, "refusal", key, request), new ReturnFact.Refused(actor, request.reason()));
    }

    @PostMapping("/receipt")
    @Operation(summary = "Say that a return has arrived")
    @Contract(answers = {200, 202})
    ResponseEntity<ReturnJson> receiveReturn(Actor actor, @PathVariable ReturnId id, @Nullable IdempotencyKey key) {
        return said(new Call(id, "receipt", key, null), new ReturnFact.ParcelReceived(actor));
    }

    /** Every line that was to be sent back. */
    record InspectionRequest(@Size(min = 1, max = 100) List<@Valid Count> lines) {
        /** What was found of a SKU: together as many as were to come back. */
        record Count(
                Sku sku,
                @Min(0) @Max(999) int resellable,
                @Min(0) @Max(999) int damaged,
                @Min(0) @Max(999) int missing) {}

        List<ReturnFact.Count> counts() {
            return lines.stream()
                    .map(c -> new ReturnFact.Count(c.sku(), c.resellable(), c.damaged(), c.missing()))
                    .toList();
        }
    }

    @PostMapping("/inspection")
    @Operation(
            summary = "Say what came back",
            description = "Books the stock and sends the money; 202 while somebody who is needed does not answer yet.")
    @Contract(answers = {200, 202})
    ResponseEntity<ReturnJson> inspectReturn(
            Actor actor,
            @PathVariable ReturnId id,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody InspectionRequest request) {
        return said(new Call(id, "inspection", key, request), new ReturnFact.GoodsInspected(actor, request.counts()));
    }

    @PostMapping("/cancellation")
    @Operation(summary = "Call a return off", description = "Possible until it has arrived.")
    @Contract(guests = GuestTokens.ORDER)
    ResponseEntity<ReturnJson> cancelReturn(Actor actor, @PathVariable ReturnId id, @Nullable IdempotencyKey key) {
        return said(new Call(id, "cancellation", key, null), new ReturnFact.CalledOff(actor, false));
    }

    /** @param refund what goes back; left out: what the inspection said */
    record SettlementRequest(@Nullable Money refund) {}

    @PostMapping("/settlement")
    @Operation(
            summary = "Settle a return whose refund got stuck",
            description = "Tries again; or, when more would go back than is left of what was paid, with less.")
    @Contract(answers = {200, 202})
    ResponseEntity<ReturnJson> settleReturn(
            Actor actor,
            @PathVariable ReturnId id,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody SettlementRequest request) {
        return said(new Call(id, "settlement", key, request), new ReturnFact.SettlementAgreed(actor, request.refund()));
    }

    private record Call(
            ReturnId id,
            String verb,
            @Nullable IdempotencyKey key,
            @Nullable Object body) {
        String route() {
            return "POST /v1/returns/" + id + "/" + verb;
        }
    }

    private ResponseEntity<ReturnJson> said(Call call, ReturnFact.Word word) {
        IdempotentOutcome<ShowReturns.Shown> outcome = idempotency.run(
                IdempotencyCall.optional(call.key(), word.actor(), call.route(), call.body(), call.id()),
                _ -> ShowReturns.Shown.of(changeReturn.change(call.id(), word), call.id()),
                _ -> showReturns.show(word.actor(), call.id()));
        ShowReturns.Shown shown = outcome.value();
        boolean pending = shown.goods().state() instanceof ReturnState.Inspected
                && shown.goods().attention() == null;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(pending ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .eTag(Etags.of(shown.order().revision()));
        return IdempotentResponse.of(answer, outcome.map(ReturnJson::of));
    }
}
