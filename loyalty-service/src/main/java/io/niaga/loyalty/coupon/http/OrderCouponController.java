package io.niaga.loyalty.coupon.http;

import io.niaga.loyalty.coupon.Coupon;
import io.niaga.loyalty.coupon.CouponCode;
import io.niaga.loyalty.coupon.CouponProblem;
import io.niaga.loyalty.coupon.Coupons;
import io.niaga.loyalty.coupon.EvaluateCoupon;
import io.niaga.loyalty.coupon.GiveBackCoupon;
import io.niaga.loyalty.coupon.Hold;
import io.niaga.loyalty.coupon.HoldCoupon;
import io.niaga.loyalty.coupon.HoldId;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What order-service asks and commands; commands are idempotent by their derived id and fenced. */
@RestController
@RequestMapping("/internal/v1")
class OrderCouponController {
    private final EvaluateCoupon evaluate;
    private final HoldCoupon hold;
    private final GiveBackCoupon giveBack;
    private final Coupons coupons;

    OrderCouponController(EvaluateCoupon evaluate, HoldCoupon hold, GiveBackCoupon giveBack, Coupons coupons) {
        this.evaluate = evaluate;
        this.hold = hold;
        this.giveBack = giveBack;
        this.coupons = coupons;
    }

    record LineJson(int line, Sku sku, int quantity, Money total) {}

    record EvaluateJson(
            StoreId storeId,
            String currency,
            String customerKey,
            @Nullable String couponCode,
            long usePoints,
            @NotEmpty List<LineJson> lines) {}

    record DiscountJson(int line, Money amount) {}

    record EvaluationJson(@Nullable String couponId, List<DiscountJson> discounts) {}

    @PostMapping("/evaluations")
    EvaluationJson evaluate(@Valid @RequestBody EvaluateJson body) {
        if (body.usePoints() > 0) {
            throw CouponProblem.POINTS_UNAVAILABLE.now();
        }
        String code = body.couponCode();
        if (code == null) {
            return new EvaluationJson(null, List.of());
        }
        List<Money> totals = body.lines().stream().map(LineJson::total).toList();
        EvaluateCoupon.Evaluation found = evaluate.evaluate(body.storeId(), known(code), body.customerKey(), totals);
        List<DiscountJson> discounts = IntStream.range(0, totals.size())
                .mapToObj(i -> new DiscountJson(
                        body.lines().get(i).line(), found.discounts().get(i)))
                .toList();
        return new EvaluationJson(found.coupon().value(), discounts);
    }

    record HoldJson(
            String couponCode,
            String orderId,
            StoreId storeId,
            String customerKey,
            Money amount,
            @Min(0) long fence) {}

    record HeldJson(String id, String couponId, String state) {
        static HeldJson of(Hold hold) {
            return new HeldJson(
                    hold.id().value(),
                    hold.claim().coupon().value(),
                    hold.state().name());
        }
    }

    @PutMapping("/coupon-holds/{id}")
    HeldJson hold(@PathVariable HoldId id, @Valid @RequestBody HoldJson body) {
        CouponCode code = known(body.couponCode());
        Coupon coupon = coupons.find(body.storeId(), code)
                .orElseThrow(() -> CouponProblem.COUPON_UNKNOWN.with("couponCode", code.value()));
        Hold.Claim claim = new Hold.Claim(coupon.id(), body.orderId(), body.customerKey(), body.amount());
        return HeldJson.of(hold.hold(id, coupon, claim, body.fence()));
    }

    @DeleteMapping("/coupon-holds/{id}")
    HeldJson giveBack(@PathVariable HoldId id, @RequestParam @Min(0) long fence) {
        return HeldJson.of(giveBack.giveBack(id, fence));
    }

    /** What cannot be a code is one that nobody knows. */
    private static CouponCode known(String code) {
        try {
            return CouponCode.of(code);
        } catch (IllegalArgumentException malformed) {
            throw CouponProblem.COUPON_UNKNOWN.with("couponCode", code);
        }
    }
}
