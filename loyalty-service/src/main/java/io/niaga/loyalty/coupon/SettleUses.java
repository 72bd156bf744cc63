package io.niaga.loyalty.coupon;

import io.niaga.loyalty.coupon.Hold.HoldState;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Settles traces that were left in coupons' counters: an attempt that came to be held keeps its use, any other gives it
 * back. Safe to run in many processes.
 */
@UseCase
public final class SettleUses {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BATCH = 100;
    private static final String BACK = "back";
    private final Holds holds;
    private final CouponUses uses;
    private final Clock clock;

    public SettleUses(Holds holds, CouponUses uses, Clock clock) {
        this.holds = holds;
        this.uses = uses;
        this.clock = clock;
    }

    public void settle() {
        uses.tracesBefore(clock.instant().minus(PATIENCE), BATCH).forEach(this::settle);
    }

    private void settle(CouponUses.Trace trace) {
        int slash = trace.operation().lastIndexOf('/');
        String part = trace.operation().substring(slash + 1);
        Optional<Hold> hold = holds.find(HoldId.of(trace.operation().substring(0, slash)));
        if (part.equals(BACK)) {
            if (hold.filter(h -> h.state() == HoldState.GIVING_BACK).isEmpty()) {
                uses.forget(trace.coupon(), trace.operation());
            }
            return;
        }
        boolean isCurrent =
                hold.filter(h -> Integer.toString(h.attempt()).equals(part)).isPresent();
        HoldState state = hold.map(Hold::state).orElse(HoldState.REFUSED);
        if (isCurrent && (state.counts() || state == HoldState.GIVING_BACK)) {
            uses.forget(trace.coupon(), trace.operation());
        } else if (!isCurrent || state != HoldState.PENDING) {
            uses.undo(trace.coupon(), trace.operation());
        }
    }
}
