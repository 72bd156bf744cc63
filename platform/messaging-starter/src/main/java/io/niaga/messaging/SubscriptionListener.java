package io.niaga.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * One poll: all effects, then one commit. When a dependency is down, what had its effect is committed and the rest waits with
 * its partitions paused; the consumer keeps polling, so the group is not rebalanced.
 */
final class SubscriptionListener
        implements BatchAcknowledgingMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionListener.class);
    private static final int DOUBLINGS = 20;

    private final String group;
    private final Delivery delivery;
    private final MessagingProperties.ConsumerKnobs knobs;
    private final ConsumerMeters meters;
    private final ThreadLocal<Integer> failures = ThreadLocal.withInitial(() -> 0);

    SubscriptionListener(
            String group, Delivery delivery, MessagingProperties.ConsumerKnobs knobs, ConsumerMeters meters) {
        this.group = group;
        this.delivery = delivery;
        this.knobs = knobs;
        this.meters = meters;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> poll, @Nullable Acknowledgment offsets) {
        if (offsets == null) {
            throw new IllegalStateException("offsets are committed by hand");
        }
        try {
            delivery.deliver(poll);
        } catch (BackOff down) {
            offsets.nack(down.from(), pause(String.valueOf(down.getCause())));
            return;
        } catch (RuntimeException unforeseen) {
            // Never given up: an event that is neither effected nor a dead letter must not be passed over.
            offsets.nack(0, pause(unforeseen.toString()));
            return;
        }
        offsets.acknowledge();
        if (failures.get() > 0) {
            failures.remove();
            LOG.info("{}: going on", group);
        }
    }

    private Duration pause(String why) {
        int before = failures.get();
        failures.set(before + 1);
        meters.backOffs.increment();
        Duration pause = pause(before);
        LOG.warn("{}: waiting {} ms: {}", group, pause.toMillis(), why);
        return pause;
    }

    /** Doubled each time, with a random part so that consumers do not come back together. */
    private Duration pause(int failuresBefore) {
        long most = knobs.longestBackOff().toMillis();
        long pause = Math.min(most, knobs.backOff().toMillis() << Math.min(failuresBefore, DOUBLINGS));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        delivery.partitionsChanged();
    }
}
