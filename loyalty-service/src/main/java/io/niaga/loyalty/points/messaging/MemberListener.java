package io.niaga.loyalty.points.messaging;

import io.niaga.events.Topics;
import io.niaga.events.orders.OrderCancelledV1;
import io.niaga.events.orders.OrderCompletedV1;
import io.niaga.events.orders.OrderConfirmedV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.events.users.AccountRegisteredV1;
import io.niaga.loyalty.points.Bucket;
import io.niaga.loyalty.points.Bucket.BucketState;
import io.niaga.loyalty.points.ChangeMember;
import io.niaga.loyalty.points.MemberId;
import io.niaga.loyalty.points.PointsRate;
import io.niaga.messaging.Subscription;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;

/**
 * Hears of accounts and orders. Orders of guests earn nothing. Twice is once and late does no harm, because each order has
 * one bucket whose end is final.
 */
public final class MemberListener {
    private final ChangeMember change;
    private final PointsRate rate;

    public MemberListener(ChangeMember change, PointsRate rate) {
        this.change = change;
        this.rate = rate;
    }

    public Subscription accounts() {
        return Subscription.to(Topics.USER)
                .as("loyalty-accounts")
                .on(
                        AccountRegisteredV1.TYPE,
                        AccountRegisteredV1.class,
                        (body, e) -> change.apply(MemberId.ofUser(UserId.of(body.userId())), member -> {}))
                .build();
    }

    public Subscription orders() {
        return Subscription.to(Topics.ORDER)
                .as("loyalty-points")
                .on(OrderConfirmedV1.TYPE, OrderConfirmedV1.class, (body, e) -> confirmed(body))
                .on(OrderCompletedV1.TYPE, OrderCompletedV1.class, (body, e) -> completed(body))
                .on(OrderCancelledV1.TYPE, OrderCancelledV1.class, (body, e) -> cancelled(body))
                .build();
    }

    private void confirmed(OrderConfirmedV1 order) {
        String customer = order.customerId();
        if (customer != null) {
            Bucket bucket = new Bucket(
                    order.orderId(),
                    StoreId.of(order.storeId()),
                    points(order.totals()),
                    BucketState.PENDING,
                    order.confirmedAt());
            change.apply(MemberId.ofUser(UserId.of(customer)), member -> member.expect(bucket));
        }
    }

    private void completed(OrderCompletedV1 order) {
        String customer = order.customerId();
        if (customer != null) {
            Bucket bucket = new Bucket(
                    order.orderId(),
                    StoreId.of(order.storeId()),
                    points(order.totals()),
                    BucketState.ACTIVE,
                    order.completedAt());
            change.apply(MemberId.ofUser(UserId.of(customer)), member -> member.earn(bucket));
        }
    }

    private void cancelled(OrderCancelledV1 order) {
        String customer = order.customerId();
        if (customer != null) {
            Bucket bucket = new Bucket(
                    order.orderId(),
                    StoreId.of(order.storeId()),
                    points(order.totals()),
                    BucketState.CANCELLED,
                    order.cancelledAt());
            change.apply(MemberId.ofUser(UserId.of(customer)), member -> member.cancel(bucket));
        }
    }

    /** Points are earned by what was paid for goods, not for shipping. */
    private long points(OrderTotalsV1 totals) {
        return rate.pointsFor(totals.items().minus(totals.discount()));
    }
}
