package io.niaga.payments.payment.http;

import io.niaga.payments.payment.DecideRefunds;
import io.niaga.payments.payment.DecideRefunds.Decided;
import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.payment.RefundId;
import io.niaga.payments.payment.RefundTerms;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.IdSource;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/refunds")
class RefundController {
    private final DecideRefunds decide;
    private final Idempotency idempotency;
    private final IdSource ids;
    private final Clock clock;

    RefundController(DecideRefunds decide, Idempotency idempotency, IdSource ids, Clock clock) {
        this.decide = decide;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    @Operation(summary = "Send a part of a payment back")
    @PostMapping
    @Contract(answers = 201, needs = "Idempotency-Key")
    ResponseEntity<StaffRefundJson> createRefund(
            Actor actor, @Nullable IdempotencyKey key, @Valid @RequestBody StaffRefundJson.GrantJson body) {
        PaymentId payment = PaymentId.of(body.paymentId());
        decide.requireWrite(actor, payment);
        RefundJson.check(body.amount(), body.goods());
        var call = IdempotencyCall.required(key, actor, "POST /v1/refunds", body, ids.next(RefundId.PREFIX));
        IdempotentOutcome<Decided> outcome = idempotency.run(
                call,
                id -> decide.grant(actor, payment, terms(RefundId.of(id), body)),
                id -> decide.read(actor, RefundId.of(id)));
        Decided decided = outcome.value();
        return IdempotentResponse.created(
                outcome.map(StaffRefundJson::of),
                URI.create("/v1/refunds/" + decided.refund().id()),
                Etags.of(decided.payment().revision()));
    }

    private RefundTerms terms(RefundId id, StaffRefundJson.GrantJson body) {
        return new RefundTerms(id, body.amount(), body.goods(), body.reason().reason(), body.note(), clock.instant());
    }

    @Operation(summary = "Read a refund")
    @GetMapping("/{id}")
    ResponseEntity<StaffRefundJson> getRefund(Actor actor, @PathVariable RefundId id) {
        Decided decided = decide.read(actor, id);
        return Etags.ok(decided.payment().revision(), StaffRefundJson.of(decided));
    }

    @Operation(summary = "List a store's refunds in a state; those that failed wait for somebody")
    @GetMapping
    ResponseEntity<Page<StaffRefundJson>> listRefunds(
            Actor actor, @RequestParam StoreId store, @RequestParam StaffRefundJson.Listed state, PageRequest page) {
        String after = page.after();
        String last = after == null ? null : position(after);
        Page<Decided> found = decide.ofStore(actor, store, state.name(), page.limit(), last);
        String next = found.nextCursor();
        List<StaffRefundJson> items =
                found.items().stream().map(StaffRefundJson::of).toList();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }

    private static String position(String after) {
        String position = Cursor.decode(after, 1).getFirst();
        if (!TypeId.isValid(PaymentId.PREFIX, position)) {
            throw Cursor.refused();
        }
        return position;
    }

    @Operation(summary = "Try a refund again that failed")
    @PostMapping("/{id}/retry")
    ResponseEntity<StaffRefundJson> retryRefund(Actor actor, @PathVariable RefundId id) {
        Decided decided = decide.retry(actor, id);
        return Etags.ok(decided.payment().revision(), StaffRefundJson.of(decided));
    }
}
