package io.niaga.loyalty.coupon;

import io.niaga.loyalty.coupon.Hold.HoldState;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.time.Clock;

/**
 * Takes one use of a coupon for an order. Whoever finds an attempt that stopped half way takes over with the next attempt
 * and undoes the traces of the older ones first.
 */
@UseCase
public final class HoldCoupon {
    private final Holds holds;
    private final CouponUses uses;
    private final Clock clock;

    public HoldCoupon(Holds holds, CouponUses uses, Clock clock) {
        this.holds = holds;
        this.uses = uses;
        this.clock = clock;
    }

    /** @throws io.niaga.types.ProblemException COUPON_NOT_ACTIVE, COUPON_EXHAUSTED, FENCED, CONCURRENT_CHANGE */
    public Hold hold(HoldId id, Coupon coupon, Hold.Claim claim, long fence) {
        Hold fresh = new Hold(id, claim, HoldState.PENDING, fence, 1);
        Hold known = holds.find(id).orElse(null);
        if (known == null) {
            coupon.requireActive(clock.instant());
            if (holds.add(fresh)) {
                return take(coupon, fresh);
            }
            known = holds.find(id).orElseThrow(CommonProblem.CONCURRENT_CHANGE::now);
        }
        return again(coupon, known, fresh);
    }

    private Hold again(Coupon coupon, Hold known, Hold wanted) {
        if (wanted.fence() < known.fence()) {
            throw CouponProblem.FENCED.with("fence", known.fence());
        }
        return switch (known.state()) {
            case HELD, REDEEMED -> known;
            case REFUSED -> {
                if (wanted.fence() == known.fence()) {
                    throw exhausted(coupon);
                }
                yield takeOver(coupon, known, wanted);
            }
            case PENDING -> takeOver(coupon, known, wanted);
            case GIVING_BACK -> throw CouponProblem.FENCED.with("fence", known.fence());
            case GIVEN_BACK -> {
                if (wanted.fence() == known.fence()) {
                    throw CouponProblem.FENCED.with("fence", known.fence());
                }
                yield takeOver(coupon, known, wanted);
            }
        };
    }

    private Hold takeOver(Coupon coupon, Hold known, Hold wanted) {
        Hold next = new Hold(known.id(), wanted.claim(), HoldState.PENDING, wanted.fence(), known.attempt() + 1);
        if (!holds.advance(known, next)) {
            throw CommonProblem.CONCURRENT_CHANGE.now();
        }
        for (int older = 1; older <= known.attempt(); older++) {
            uses.undo(coupon.id(), known.id() + "/" + older);
        }
        return take(coupon, next);
    }

    private Hold take(Coupon coupon, Hold hold) {
        boolean taken = uses.claim(coupon.terms(), hold) && uses.take(coupon.terms(), coupon.id(), hold.operation());
        Hold ended = new Hold(
                hold.id(), hold.claim(), taken ? HoldState.HELD : HoldState.REFUSED, hold.fence(), hold.attempt());
        if (!taken || !holds.advance(hold, ended)) {
            undo(coupon, hold);
            if (taken || !holds.advance(hold, ended)) {
                throw CommonProblem.CONCURRENT_CHANGE.now();
            }
            throw exhausted(coupon);
        }
        uses.forget(coupon.id(), hold.operation());
        return ended;
    }

    private void undo(Coupon coupon, Hold hold) {
        uses.undo(coupon.id(), hold.operation());
        // A newer attempt that is under way has taken the customer's use over.
        boolean isOurs = holds.find(hold.id())
                .filter(h -> switch (h.state()) {
                    case PENDING -> h.attempt() == hold.attempt();
                    case REFUSED, GIVEN_BACK -> true;
                    case HELD, REDEEMED, GIVING_BACK -> false;
                })
                .isPresent();
        if (isOurs) {
            uses.unclaim(coupon.terms(), hold);
        }
    }

    private static RuntimeException exhausted(Coupon coupon) {
        return CouponProblem.COUPON_EXHAUSTED.with(
                "couponCode", coupon.terms().code().value());
    }
}
