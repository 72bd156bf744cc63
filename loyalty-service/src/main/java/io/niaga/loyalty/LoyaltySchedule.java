package io.niaga.loyalty;

import io.niaga.loyalty.coupon.SettleUses;
import org.springframework.scheduling.annotation.Scheduled;

/** What is looked after again and again, so that nothing stays half done after a crash. */
final class LoyaltySchedule {
    private final SettleUses settle;

    LoyaltySchedule(SettleUses settle) {
        this.settle = settle;
    }

    @Scheduled(fixedDelayString = "${niaga.loyalty.sweep:30s}")
    void settle() {
        settle.settle();
    }
}
