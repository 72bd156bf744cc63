package io.niaga.loyalty.points.messaging;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderPromiseFailedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.events.payments.RefundSucceededV1;
import io.niaga.events.users.AccountRegisteredV1;
import io.niaga.loyalty.points.Bucket;
import io.niaga.loyalty.points.ChangeMember;
import io.niaga.loyalty.points.ClawBackPoints;
import io.niaga.loyalty.points.GoodsRefund;
import io.niaga.loyalty.points.Member;
import io.niaga.loyalty.points.MemberId;
import io.niaga.loyalty.points.PointsRate;
import io.niaga.loyalty.points.Worth;
import io.niaga.messaging.Subscription;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears of accounts, orders and refunds. Orders of guests earn nothing. Twice is once and late does no harm, because each order has
 * one bucket whose end is final.
 */
public final class MemberListener {
    private final ChangeMember change;
    private final ClawBackPoints clawBack;
    private final PointsRate rate;

    public MemberListener(ChangeMember change, ClawBackPoints clawBack, PointsRate rate) {
        this.change = change;
        this.clawBack = clawBack;
        this.rate = rate;
    }

    public Subscription accounts() {
        return Subscription.to(Topics.USER)
                .as("loyalty-accounts")
                .on(
                        AccountRegisteredV1.TYPE,
                        AccountRegisteredV1.class,
                        (body, e) -> change.apply(MemberId.ofUser(UserId.of(body.userId())), member -> {}))
                .gathering()
                .build();
    }

    /** Refunds, by their own ids: a topic of another service, so in any order beside the order's facts. */
    public Subscription refunds() {
        return Subscription.to(Topics.PAYMENT)
                .as("loyalty-refunds")
                .on(RefundSucceededV1.TYPE, RefundSucceededV1.class, (body, e) -> refunded(body))
                .gathering()
                .build();
    }

    public Subscription orders() {
        return Subscription.to(Topics.ORDER)
                .as("loyalty-points")
                .on(OrderConfirmedV1.TYPE, OrderConfirmedV1.class, (body, e) -> confirmed(body))
                .on(OrderCompletedV1.TYPE, OrderCompletedV1.class, (body, e) -> completed(body))
                .on(OrderCancelledV1.TYPE, OrderCancelledV1.class, (body, e) -> cancelled(body))
                .on(OrderPromiseFailedV1.TYPE, OrderPromiseFailedV1.class, (body, e) -> failed(body))
                .gathering()
                .build();
    }

    private void confirmed(OrderConfirmedV1 order) {
        Bucket bucket = bucket(order.orderId(), order.storeId(), order.totals(), order.confirmedAt());
        change(order.customerId(), order.orderId(), member -> member.expect(bucket));
    }

    private void completed(OrderCompletedV1 order) {
        Bucket bucket = bucket(order.orderId(), order.storeId(), order.totals(), order.completedAt());
        change(order.customerId(), order.orderId(), member -> member.earn(bucket));
    }

    private void cancelled(OrderCancelledV1 order) {
        Bucket bucket = bucket(order.orderId(), order.storeId(), order.totals(), order.cancelledAt());
        change(order.customerId(), order.orderId(), member -> member.cancel(bucket));
    }

    private void failed(OrderPromiseFailedV1 order) {
        Bucket bucket = bucket(order.orderId(), order.storeId(), order.totals(), order.at());
        change(order.customerId(), order.orderId(), member -> member.cancel(bucket));
    }

    private void change(@Nullable String customer, String orderId, Consumer<Member> heard) {
        if (customer != null) {
            MemberId member = MemberId.ofUser(UserId.of(customer));
            change.apply(member, heard);
            clawBack.settle(member, orderId);
        }
    }

    private Bucket bucket(String orderId, String store, OrderTotalsV1 totals, Instant at) {
        Worth worth = rate.worth(totals.items().minus(totals.discount()), totals.total());
        return Bucket.of(orderId, StoreId.of(store), worth, at);
    }

    private void refunded(RefundSucceededV1 refund) {
        clawBack.refunded(
                new GoodsRefund(refund.refundId(), refund.orderId(), refund.amount(), refund.goods(), refund.at()));
    }
}
