package io.niaga.payments;

import io.niaga.payments.payment.FinishPayments;
import io.niaga.payments.webhook.ApplyProviderEvent;
import org.springframework.scheduling.annotation.Scheduled;

/** What is looked after again and again, so that nothing stays half done after a crash. */
final class PaymentsSchedule {
    private final FinishPayments finish;
    private final ApplyProviderEvent apply;
    private final RefundMeters refunds;

    PaymentsSchedule(FinishPayments finish, ApplyProviderEvent apply, RefundMeters refunds) {
        this.finish = finish;
        this.apply = apply;
        this.refunds = refunds;
    }

    @Scheduled(fixedDelayString = "${niaga.payment.sweep:5s}")
    void sweep() {
        finish.finish();
        apply.sweep();
        refunds.refresh();
    }
}
