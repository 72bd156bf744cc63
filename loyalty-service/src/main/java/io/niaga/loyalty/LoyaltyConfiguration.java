package io.niaga.loyalty;

import io.niaga.loyalty.coupon.CouponUses;
import io.niaga.loyalty.coupon.Coupons;
import io.niaga.loyalty.coupon.EvaluateCoupon;
import io.niaga.loyalty.coupon.GiveBackCoupon;
import io.niaga.loyalty.coupon.Hold;
import io.niaga.loyalty.coupon.HoldCoupon;
import io.niaga.loyalty.coupon.Holds;
import io.niaga.loyalty.coupon.ManageCoupons;
import io.niaga.loyalty.coupon.RedeemCoupon;
import io.niaga.loyalty.coupon.SettleUses;
import io.niaga.loyalty.coupon.messaging.OrderListener;
import io.niaga.loyalty.coupon.messaging.OutboxCouponEvents;
import io.niaga.loyalty.coupon.mongo.MongoCouponUses;
import io.niaga.loyalty.coupon.mongo.MongoCoupons;
import io.niaga.loyalty.coupon.mongo.MongoHolds;
import io.niaga.loyalty.points.ChangeMember;
import io.niaga.loyalty.points.ClawBackPoints;
import io.niaga.loyalty.points.GoodsRefunds;
import io.niaga.loyalty.points.Members;
import io.niaga.loyalty.points.PointsRate;
import io.niaga.loyalty.points.ReadMember;
import io.niaga.loyalty.points.messaging.MemberListener;
import io.niaga.loyalty.points.messaging.OutboxPointsEvents;
import io.niaga.loyalty.points.mongo.EntryMapping;
import io.niaga.loyalty.points.mongo.MongoEntries;
import io.niaga.loyalty.points.mongo.MongoGoodsRefunds;
import io.niaga.loyalty.points.mongo.MongoMembers;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Subscription;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.Permissions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class LoyaltyConfiguration {
    @Bean
    OutboxCouponEvents couponEvents(AuditTrail audit, Clock clock) {
        return new OutboxCouponEvents(audit, clock);
    }

    @Bean
    Coupons coupons(Outboxes outboxes, OutboxCouponEvents events) {
        return new MongoCoupons(outboxes.collection("coupons"), events::written);
    }

    @Bean
    Holds holds(Outboxes outboxes, OutboxCouponEvents events, Coupons coupons) {
        return new MongoHolds(outboxes.collection("coupon_holds"), (from, to) -> events.advanced(from, to, coupons));
    }

    @Bean
    CouponUses couponUses(MongoTemplate mongo, Holds holds, Clock clock) {
        return new MongoCouponUses(
                mongo,
                hold -> holds.find(hold.id())
                        .filter(h -> h.state() == Hold.HoldState.GIVING_BACK)
                        .isPresent(),
                clock);
    }

    @Bean
    ManageCoupons manageCoupons(Coupons coupons, CouponUses uses, Permissions permissions) {
        return new ManageCoupons(coupons, uses, permissions);
    }

    @Bean
    EvaluateCoupon evaluateCoupon(Coupons coupons, CouponUses uses, Clock clock) {
        return new EvaluateCoupon(coupons, uses, clock);
    }

    @Bean
    HoldCoupon holdCoupon(Holds holds, CouponUses uses, Clock clock) {
        return new HoldCoupon(holds, uses, clock);
    }

    @Bean
    GiveBackCoupon giveBackCoupon(Coupons coupons, Holds holds, CouponUses uses) {
        return new GiveBackCoupon(coupons, holds, uses);
    }

    @Bean
    LoyaltySchedule loyaltySchedule(Holds holds, CouponUses uses, Clock clock) {
        return new LoyaltySchedule(new SettleUses(holds, uses, clock));
    }

    @Bean
    Subscription couponOrders(Holds holds) {
        return new OrderListener(new RedeemCoupon(holds)).subscription();
    }

    @Bean
    Members members(Outboxes outboxes, MongoTemplate mongo) {
        OutboxPointsEvents told = new OutboxPointsEvents(MongoEntries.NAME, EntryMapping::of);
        return new MongoMembers(outboxes.collection("members"), mongo, told);
    }

    @Bean
    MongoEntries pointsEntries(MongoTemplate mongo) {
        return new MongoEntries(mongo);
    }

    @Bean
    ReadMember readMember(Members members, Permissions permissions) {
        return new ReadMember(members, permissions);
    }

    @Bean
    GoodsRefunds goodsRefunds(MongoTemplate mongo) {
        return new MongoGoodsRefunds(mongo);
    }

    @Bean
    MemberListener memberListener(Members members, GoodsRefunds refunds, LoyaltyProperties settings) {
        PointsRate rate = new PointsRate(settings.unitsPerPoint());
        ChangeMember change = new ChangeMember(members);
        return new MemberListener(change, new ClawBackPoints(members, change, refunds, rate), rate);
    }

    @Bean
    Subscription memberRefunds(MemberListener listener) {
        return listener.refunds();
    }

    @Bean
    Subscription memberAccounts(MemberListener listener) {
        return listener.accounts();
    }

    @Bean
    Subscription memberOrders(MemberListener listener) {
        return listener.orders();
    }
}
