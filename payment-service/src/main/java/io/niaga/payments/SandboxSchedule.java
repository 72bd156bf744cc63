package io.niaga.payments;

import io.niaga.payments.simulator.DeliverSandbox;
import org.springframework.scheduling.annotation.Scheduled;

/** The sandbox's calls that are due: the delayed ones and those that were not taken. */
final class SandboxSchedule {
    private final DeliverSandbox deliver;

    SandboxSchedule(DeliverSandbox deliver) {
        this.deliver = deliver;
    }

    @Scheduled(fixedDelayString = "${niaga.payment.sandbox.sweep:1s}")
    void deliver() {
        deliver.deliverDue();
    }
}
