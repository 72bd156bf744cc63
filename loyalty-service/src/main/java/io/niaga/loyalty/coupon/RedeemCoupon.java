package io.niaga.loyalty.coupon;

import io.niaga.loyalty.coupon.Hold.HoldState;
import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;

/** Notes that a held use became final because its order was confirmed. Twice is once; what is given back stays so. */
@UseCase
public final class RedeemCoupon {
    private static final int TRIES = 8;
    private final Holds holds;

    public RedeemCoupon(Holds holds) {
        this.holds = holds;
    }

    public void redeem(HoldId id) {
        for (int i = 0; i < TRIES; i++) {
            Hold hold = holds.find(id).orElse(null);
            if (hold == null || hold.state() != HoldState.HELD) {
                return;
            }
            Hold redeemed = new Hold(id, hold.claim(), HoldState.REDEEMED, hold.fence(), hold.attempt());
            if (holds.advance(hold, redeemed)) {
                return;
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}
