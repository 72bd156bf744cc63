package io.niaga.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tells one aggregate's events in order under one lease: one record in flight, a small prefix per round, removed before the
 * next. Ends told, failed or overtaken; never guesses.
 */
final class Publication {
    /** A long backlog is removed piece by piece, so that a crash repeats little. */
    private static final int ROUND = 16;

    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(1);
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Courier courier;
    private final Clock clock;
    private final MessagingProperties.OutboxKnobs knobs;
    private Lease lease;
    private long told;
    private int delivered;

    Publication(Outbox outbox, Lease lease, Courier courier, Clock clock, MessagingProperties.OutboxKnobs knobs) {
        this.outbox = outbox;
        this.lease = lease;
        this.courier = courier;
        this.clock = clock;
        this.knobs = knobs;
    }

    /**
     * @return how many events were delivered
     * @throws DeliveryFailed when an event may not have arrived; what arrived before it is removed and the rest is due
     *     again after a pause
     */
    int run(Backlog first) throws DeliveryFailed {
        Backlog left = first;
        try {
            while (true) {
                List<Pending> round = left.events().stream().limit(ROUND).toList();
                if (!deliver(round)) {
                    return overtaken();
                }
                told = round.isEmpty() ? left.outboxSeq() : round.getLast().seq();
                if (round.size() == left.events().size() && outbox.leases().finish(lease, told)) {
                    return delivered;
                }
                lease = lease.lasting(clock.instant().plus(knobs.lease()));
                Backlog rest = outbox.leases().advance(lease, told);
                if (rest == null) {
                    return overtaken();
                }
                left = rest;
            }
        } catch (DeliveryFailed failed) {
            giveBack(clock.instant().plus(failed.isOutage() ? AFTER_OUTAGE : AFTER_DEFECT));
            throw failed;
        }
    }

    private boolean deliver(List<Pending> round) throws DeliveryFailed {
        for (Pending event : round) {
            if (!leaseLasts()) {
                return false;
            }
            courier.deliver(outbox.source(), lease.aggregate(), event);
            told = event.seq();
            delivered++;
        }
        return true;
    }

    /** A delivery is begun only when the lease outlasts it. */
    private boolean leaseLasts() {
        Instant now = clock.instant();
        if (now.plus(knobs.deliveryTimeout()).isBefore(lease.until())) {
            return true;
        }
        lease = lease.lasting(now.plus(knobs.lease()));
        return outbox.leases().renew(lease);
    }

    private void giveBack(Instant due) {
        lease = lease.lasting(due);
        if (!outbox.leases().release(lease, told)) {
            outbox.overtaken(lease.aggregate());
        }
    }

    private int overtaken() {
        if (delivered > 0) {
            outbox.overtaken(lease.aggregate());
        }
        return delivered;
    }
}
