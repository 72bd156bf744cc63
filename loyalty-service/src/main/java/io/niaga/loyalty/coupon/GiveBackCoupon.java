package io.niaga.loyalty.coupon;

import io.niaga.loyalty.coupon.Hold.HoldState;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import io.niaga.types.UseCase;
import java.util.Currency;

/** Returns an order's use of a coupon. It only rolls forward: once begun it is finished, by whoever finds it. */
@UseCase
public final class GiveBackCoupon {
    private static final int TRIES = 8;
    private static final CouponId NONE = CouponId.of("cpn_00000000000000000000000000");
    private final Coupons coupons;
    private final Holds holds;
    private final CouponUses uses;

    public GiveBackCoupon(Coupons coupons, Holds holds, CouponUses uses) {
        this.coupons = coupons;
        this.holds = holds;
        this.uses = uses;
    }

    /** @throws io.niaga.types.ProblemException FENCED, CONCURRENT_CHANGE */
    public Hold giveBack(HoldId id, long fence) {
        for (int i = 0; i < TRIES; i++) {
            Hold known = holds.find(id).orElse(null);
            if (known == null) {
                Hold tombstone = tombstone(id, fence);
                if (holds.add(tombstone)) {
                    return tombstone;
                }
            } else {
                Hold ended = step(known, fence);
                if (ended.state() == HoldState.GIVEN_BACK) {
                    return ended;
                }
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }

    /** One step forward; what it answers is as far as it came, or unchanged when someone was faster. */
    private Hold step(Hold known, long fence) {
        if (fence < known.fence()) {
            throw CouponProblem.FENCED.with("fence", known.fence());
        }
        return switch (known.state()) {
            case GIVEN_BACK -> raised(known, fence);
            case GIVING_BACK -> finish(known);
            case HELD, REDEEMED -> {
                Hold giving = in(known, HoldState.GIVING_BACK, fence);
                yield holds.advance(known, giving) ? finish(giving) : known;
            }
            case PENDING, REFUSED -> {
                Hold given = in(known, HoldState.GIVEN_BACK, fence);
                yield holds.advance(known, given) ? cleaned(given) : known;
            }
        };
    }

    private Hold raised(Hold known, long fence) {
        Hold raised = in(known, HoldState.GIVEN_BACK, fence);
        return fence == known.fence() || holds.advance(known, raised) ? raised : known;
    }

    /** Nothing counted: only what attempts that stopped half way left behind is undone. */
    private Hold cleaned(Hold given) {
        coupons.find(given.claim().coupon()).ifPresent(coupon -> {
            for (int attempt = 1; attempt <= given.attempt(); attempt++) {
                uses.undo(coupon.id(), given.id() + "/" + attempt);
            }
            uses.unclaim(coupon.terms(), given);
        });
        return given;
    }

    /** The use counted, so its own trace is settled first: found beside a hold that is given back it would be undone, too. */
    private Hold finish(Hold giving) {
        coupons.find(giving.claim().coupon()).ifPresent(coupon -> {
            uses.forget(coupon.id(), giving.operation());
            uses.giveBack(coupon.terms(), giving);
            uses.unclaim(coupon.terms(), giving);
        });
        return done(giving);
    }

    private Hold done(Hold giving) {
        Hold given = in(giving, HoldState.GIVEN_BACK, giving.fence());
        if (!holds.advance(giving, given)) {
            return giving;
        }
        uses.forget(giving.claim().coupon(), giving.id() + "/back");
        return given;
    }

    private static Hold in(Hold hold, HoldState state, long fence) {
        return new Hold(hold.id(), hold.claim(), state, fence, hold.attempt());
    }

    private static Hold tombstone(HoldId id, long fence) {
        Hold.Claim nothing = new Hold.Claim(NONE, "", "", Money.zero(Currency.getInstance("IDR")));
        return new Hold(id, nothing, HoldState.GIVEN_BACK, fence, 0);
    }
}
