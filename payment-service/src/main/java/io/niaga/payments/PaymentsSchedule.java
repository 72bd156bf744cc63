package io.niaga.payments;

import io.niaga.payments.payment.FinishPayments;
import io.niaga.payments.webhook.ApplyProviderEvent;
import org.springframework.scheduling.annotation.Scheduled;

/** What is looked after again and again, so that nothing stays half done after a crash. */
final class PaymentsSchedule {
    private final FinishPayments finish;
    private final ApplyProviderEvent apply;

    PaymentsSchedule(FinishPayments finish, ApplyProviderEvent apply) {
        this.finish = finish;
        this.apply = apply;
    }

    @Scheduled(fixedDelayString = "${niaga.payment.sweep:5s}")
    void sweep() {
        finish.finish();
        apply.sweep();
    }
}
