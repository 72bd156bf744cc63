package io.niaga.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every knob of telling and hearing. */
@ConfigurationProperties("niaga.messaging")
public record MessagingProperties(
        @DefaultValue OutboxKnobs outbox, @DefaultValue ConsumerKnobs consumer) {

    /**
     * @param lease how long a publisher has an aggregate to itself; at least three times the delivery timeout
     * @param deliveryTimeout after which the broker's silence counts as failure
     * @param sweepInterval how often the safety net looks for what was left
     * @param parallelism aggregates published at the same time
     * @param queue publications that may wait for their turn in memory
     */
    public record OutboxKnobs(
            @DefaultValue("30s") Duration lease,
            @DefaultValue("10s") Duration deliveryTimeout,
            @DefaultValue("5s") Duration sweepInterval,
            @DefaultValue("64") int parallelism,
            @DefaultValue("2048") int queue) {
        public OutboxKnobs {
            if (lease.compareTo(deliveryTimeout.multipliedBy(3)) < 0) {
                throw new IllegalArgumentException("niaga.messaging.outbox.lease is less than 3 delivery timeouts");
            }
            if (parallelism < 1 || queue < 1 || !sweepInterval.isPositive()) {
                throw new IllegalArgumentException("niaga.messaging.outbox needs positive numbers");
            }
        }
    }

    /**
     * @param pollRecords most records taken by one poll
     * @param backOff first wait when a dependency is down; doubled up to {@code longestBackOff}
     * @param gather how long events gather at the broker for a subscription whose effects nobody waits for
     * @param tries how often an event is tried before it becomes a dead letter
     * @param outages names of further exceptions that mean that something needed is not there
     */
    public record ConsumerKnobs(
            @DefaultValue("200") int pollRecords,
            @DefaultValue("500ms") Duration backOff,
            @DefaultValue("10s") Duration longestBackOff,
            @DefaultValue("500ms") Duration gather,
            @DefaultValue("3") int tries,

            @DefaultValue("io.niaga.service.clients.RemoteUnavailable")
            List<String> outages) {
        public ConsumerKnobs {
            outages = List.copyOf(outages);
            if (pollRecords < 1
                    || tries < 1
                    || !gather.isPositive()
                    || !backOff.isPositive()
                    || longestBackOff.compareTo(backOff) < 0) {
                throw new IllegalArgumentException("niaga.messaging.consumer needs positive numbers");
            }
        }
    }
}
