package io.niaga.loyalty.coupon.http;

import io.niaga.loyalty.coupon.CouponId;
import io.niaga.loyalty.coupon.CouponTerms;
import io.niaga.loyalty.coupon.ManageCoupons;
import io.niaga.loyalty.coupon.ManageCoupons.Issued;
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
import io.niaga.types.CommonProblem;
import io.niaga.types.IdSource;
import io.niaga.types.Page;
import io.niaga.types.Precondition;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
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
@RequestMapping("/v1/coupons")
class CouponController {
    private final ManageCoupons manage;
    private final Idempotency idempotency;
    private final IdSource ids;
    private final Clock clock;

    CouponController(ManageCoupons manage, Idempotency idempotency, IdSource ids, Clock clock) {
        this.manage = manage;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    @Operation(summary = "Issue a coupon")
    @PostMapping
    @Contract(answers = 201, needs = "Idempotency-Key")
    ResponseEntity<CouponJson> issueCoupon(
            Actor actor, @Nullable IdempotencyKey key, @RequestBody CouponJson.IssueJson body) {
        manage.requireWrite(actor, body.storeId());
        CouponTerms terms = terms(body);
        var call = IdempotencyCall.required(key, actor, "POST /v1/coupons", body, ids.next(CouponId.PREFIX));
        IdempotentOutcome<Issued> outcome = idempotency.run(
                call, id -> manage.issue(actor, CouponId.of(id), terms), id -> manage.coupon(actor, CouponId.of(id)));
        Issued issued = outcome.value();
        return IdempotentResponse.created(
                outcome.map(CouponJson::of),
                URI.create("/v1/coupons/" + issued.coupon().id()),
                Etags.of(issued.coupon().revision()));
    }

    private CouponTerms terms(CouponJson.IssueJson body) {
        try {
            return body.terms(clock.instant());
        } catch (IllegalArgumentException refused) {
            throw CommonProblem.INVALID_REQUEST.now().at("", "INVALID", String.valueOf(refused.getMessage()));
        }
    }

    @Operation(summary = "Read a coupon")
    @GetMapping("/{id}")
    ResponseEntity<CouponJson> getCoupon(Actor actor, @PathVariable CouponId id) {
        Issued issued = manage.coupon(actor, id);
        return Etags.ok(issued.coupon().revision(), CouponJson.of(issued));
    }

    @Operation(summary = "List a store's coupons, newest first")
    @GetMapping
    ResponseEntity<Page<CouponJson>> listCoupons(Actor actor, @RequestParam StoreId store, PageRequest page) {
        String after = page.after();
        String last = after == null ? null : Cursor.decode(after, 1).getFirst();
        Page<Issued> found = manage.ofStore(actor, store, page.limit(), last);
        String next = found.nextCursor();
        List<CouponJson> items = found.items().stream().map(CouponJson::of).toList();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }

    @Operation(summary = "Revoke a coupon: nobody can use it any more")
    @PostMapping("/{id}/revocation")
    ResponseEntity<CouponJson> revokeCoupon(Actor actor, @PathVariable CouponId id, Precondition precondition) {
        Issued issued = manage.revoke(actor, id, precondition);
        return Etags.ok(issued.coupon().revision(), CouponJson.of(issued));
    }
}
