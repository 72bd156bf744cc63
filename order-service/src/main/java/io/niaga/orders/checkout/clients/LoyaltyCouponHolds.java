package io.niaga.orders.checkout.clients;

import io.niaga.orders.checkout.CouponHolds;
import io.niaga.orders.checkout.Fact;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderProblem;
import io.niaga.orders.order.Terms;
import io.niaga.service.clients.RemoteRefused;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Loyalty's coupon holds over HTTP. */
@Component
public final class LoyaltyCouponHolds implements CouponHolds {
    private final CouponApi coupons;

    LoyaltyCouponHolds(CouponApi coupons) {
        this.coupons = coupons;
    }

    @Override
    public Fact.Answer hold(Order order) {
        Terms t = order.terms();
        CouponApi.Hold hold = new CouponApi.Hold(
                Objects.requireNonNull(t.couponCode()),
                order.id().value(),
                t.storefront().store(),
                t.customerKey(),
                t.totals().discount(),
                order.work().fence());
        return Commands.give(
                "hold coupon",
                () -> {
                    coupons.hold(order.id().couponHold(), hold);
                    return new Fact.CouponHeld();
                },
                LoyaltyCouponHolds::refused);
    }

    private static Optional<Fact.Answer> refused(RemoteRefused no) {
        return switch (no.code()) {
            case "COUPON_EXHAUSTED" -> Optional.of(new Fact.CouponRefused(OrderProblem.COUPON_EXHAUSTED));
            // A coupon that is unknown by now was taken away between quote and order.
            case "COUPON_NOT_ACTIVE", "COUPON_UNKNOWN" ->
                Optional.of(new Fact.CouponRefused(OrderProblem.COUPON_NOT_ACTIVE));
            default -> Optional.empty();
        };
    }

    @Override
    public Fact.Answer giveBack(Order order) {
        return Commands.give(
                "give coupon back",
                () -> {
                    coupons.giveBack(order.id().couponHold(), order.work().fence());
                    return new Fact.CouponGivenBack();
                },
                _ -> Optional.empty());
    }
}
