package io.niaga.fulfillment;

import io.niaga.fulfillment.receiving.SettleRestocks;
import io.niaga.fulfillment.reservation.SettleLeftovers;
import io.niaga.fulfillment.shipment.HearOrder;
import io.niaga.fulfillment.shipment.ReportShortage;
import org.springframework.scheduling.annotation.Scheduled;

/** What is looked after again and again, so that nothing stays half done after a crash. */
final class FulfillmentSchedule {
    private final SettleLeftovers settle;
    private final SettleRestocks settleRestocks;
    private final HearOrder hear;
    private final ReportShortage shortages;
    private final ReservationMeters meters;

    FulfillmentSchedule(
            SettleLeftovers settle,
            SettleRestocks settleRestocks,
            HearOrder hear,
            ReportShortage shortages,
            ReservationMeters meters) {
        this.settle = settle;
        this.settleRestocks = settleRestocks;
        this.hear = hear;
        this.shortages = shortages;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${niaga.fulfillment.sweep}")
    void sweep() {
        settle.sweep();
    }

    @Scheduled(fixedDelayString = "${niaga.fulfillment.sweep}")
    void sweepRestocks() {
        settleRestocks.sweep();
    }

    @Scheduled(fixedDelayString = "${niaga.fulfillment.sweep}")
    void source() {
        hear.sourceWaiting();
    }

    @Scheduled(fixedDelayString = "${niaga.fulfillment.sweep}")
    void finishShortages() {
        meters.shortagesLeft(shortages.finishLeft());
    }

    @Scheduled(fixedDelayString = "${niaga.fulfillment.sweep}")
    void count() {
        meters.refresh();
    }
}
