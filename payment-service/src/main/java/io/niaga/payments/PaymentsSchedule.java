package io.niaga.payments;

import io.niaga.payments.payment.FinishPayments;
import io.niaga.payments.sandbox.DeliverSandbox;
import io.niaga.payments.webhook.ApplyProviderEvent;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;

/** What is looked after again and again, so that nothing stays half done after a crash. */
final class PaymentsSchedule {
    private final FinishPayments finish;
    private final ApplyProviderEvent apply;
    private final Optional<DeliverSandbox> deliver;

    PaymentsSchedule(FinishPayments finish, ApplyProviderEvent apply, Optional<DeliverSandbox> deliver) {
        this.finish = finish;
        this.apply = apply;
        this.deliver = deliver;
    }

    @Scheduled(fixedDelayString = "${niaga.payment.sweep:5s}")
    void sweep() {
        finish.finish();
        apply.sweep();
    }

    @Scheduled(fixedDelayString = "${niaga.payment.sandbox.sweep:1s}")
    void deliver() {
        deliver.ifPresent(DeliverSandbox::deliverDue);
    }
}
