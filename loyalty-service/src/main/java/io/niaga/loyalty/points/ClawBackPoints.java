package io.niaga.loyalty.points;

import io.niaga.types.UseCase;

/**
 * Takes back what refunded goods had earned. A refund says its order and not whose it is, and may be heard before the order:
 * so the refund is kept first and then its member looked for, while an order's bucket is kept first and then its refunds
 * looked for. Whichever comes second sees the other; twice is once.
 */
@UseCase
public final class ClawBackPoints {
    private final Members members;
    private final ChangeMember change;
    private final GoodsRefunds refunds;
    private final PointsRate rate;

    public ClawBackPoints(Members members, ChangeMember change, GoodsRefunds refunds, PointsRate rate) {
        this.members = members;
        this.change = change;
        this.refunds = refunds;
        this.rate = rate;
    }

    /** Money of an order went back. */
    public void refunded(GoodsRefund refund) {
        refunds.add(refund);
        members.ofOrder(refund.orderId()).ifPresent(member -> settle(member, refund.orderId()));
    }

    /** An order has its bucket now: what went back of it before counts too. */
    public void settle(MemberId member, String orderId) {
        var heard = refunds.ofOrder(orderId);
        if (!heard.isEmpty()) {
            change.apply(member, m -> m.refund(orderId, heard, rate));
        }
    }
}
