package io.niaga.loyalty.coupon.messaging;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.loyalty.coupon.HoldId;
import io.niaga.loyalty.coupon.RedeemCoupon;
import io.niaga.messaging.Subscription;

/** Hears that an order was confirmed: its held coupon use is final. Twice is once; late, after giving back, is nothing. */
public final class OrderListener {
    private final RedeemCoupon redeem;

    public OrderListener(RedeemCoupon redeem) {
        this.redeem = redeem;
    }

    public Subscription subscription() {
        return Subscription.to(Topics.ORDER)
                .as("loyalty-coupons")
                .on(OrderConfirmedV1.TYPE, OrderConfirmedV1.class, (order, envelope) -> {
                    if (order.couponCode() != null) {
                        redeem.redeem(HoldId.ofOrder(order.orderId()));
                    }
                })
                .gathering()
                .build();
    }
}
