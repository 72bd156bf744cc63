package io.niaga.fulfillment;

import io.niaga.fulfillment.reservation.SettleLeftovers;
import org.springframework.scheduling.annotation.Scheduled;

/** What is looked after again and again, so that nothing stays half done after a crash. */
final class FulfillmentSchedule {
    private final SettleLeftovers settle;
    private final ReservationMeters meters;

    FulfillmentSchedule(SettleLeftovers settle, ReservationMeters meters) {
        this.settle = settle;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${niaga.fulfillment.sweep}")
    void sweep() {
        settle.sweep();
        meters.refresh();
    }
}
