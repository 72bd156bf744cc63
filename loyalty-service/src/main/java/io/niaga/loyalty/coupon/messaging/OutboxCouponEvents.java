package io.niaga.loyalty.coupon.messaging;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.events.loyalty.CouponGivenBackV1;
import io.niaga.events.loyalty.CouponRedeemedV1;
import io.niaga.loyalty.coupon.Coupon;
import io.niaga.loyalty.coupon.CouponTerms;
import io.niaga.loyalty.coupon.Coupons;
import io.niaga.loyalty.coupon.Hold;
import io.niaga.loyalty.coupon.Hold.HoldState;
import io.niaga.messaging.Outgoing;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.Actor;
import java.time.Clock;
import java.util.List;

/** What coupons and their uses tell in the write that changes them. */
public final class OutboxCouponEvents {
    private final AuditTrail audit;
    private final Clock clock;

    public OutboxCouponEvents(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public List<Outgoing> written(Coupon coupon, Actor actor) {
        CouponTerms terms = coupon.terms();
        List<AuditRecordedV1.Change> changes = coupon.isRevoked()
                ? List.of(new AuditRecordedV1.Change("/revoked", "false", "true"))
                : List.of(
                        new AuditRecordedV1.Change("/code", null, terms.code().value()),
                        new AuditRecordedV1.Change(
                                "/percentage", null, terms.percentage().toDecimal()),
                        new AuditRecordedV1.Change("/totalLimit", null, String.valueOf(terms.totalLimit())));
        AuditRecordedV1 entry = audit.entry(actor, "coupon:write", coupon.id().value(), terms.store(), changes, null);
        return List.of(Outgoing.to(Topics.AUDIT, AuditRecordedV1.TYPE, entry));
    }

    /** A use that became final or came back; everything else about a hold is nobody's business. */
    public List<Outgoing> advanced(Hold from, Hold to, Coupons coupons) {
        boolean redeemed = to.state() == HoldState.REDEEMED;
        boolean givenBack = from.state() == HoldState.REDEEMED && to.state() == HoldState.GIVING_BACK;
        if (!redeemed && !givenBack) {
            return List.of();
        }
        return coupons.find(to.claim().coupon())
                .map(coupon -> redeemed ? redeemed(to, coupon) : givenBack(to, coupon))
                .map(List::of)
                .orElse(List.of());
    }

    private Outgoing redeemed(Hold hold, Coupon coupon) {
        return Outgoing.to(
                Topics.LOYALTY,
                CouponRedeemedV1.TYPE,
                new CouponRedeemedV1(
                        coupon.id().value(),
                        coupon.terms().code().value(),
                        hold.claim().orderId(),
                        coupon.terms().store().value(),
                        hold.claim().amount(),
                        clock.instant()));
    }

    private Outgoing givenBack(Hold hold, Coupon coupon) {
        return Outgoing.to(
                Topics.LOYALTY,
                CouponGivenBackV1.TYPE,
                new CouponGivenBackV1(
                        coupon.id().value(),
                        coupon.terms().code().value(),
                        hold.claim().orderId(),
                        coupon.terms().store().value(),
                        clock.instant()));
    }
}
