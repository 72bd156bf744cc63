package io.niaga.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Runs one batch listener per subscription from the application's start to its stop. */
final class Listening implements SmartLifecycle {
    private static final Duration PAUSE_STEP = Duration.ofSeconds(1);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;
    private volatile boolean running;

    Listening(List<ConcurrentMessageListenerContainer<String, byte[]>> containers) {
        this.containers = List.copyOf(containers);
    }

    static ConcurrentMessageListenerContainer<String, byte[]> container(
            ConsumerFactory<String, byte[]> consumers,
            Subscription subscription,
            Duration gather,
            SubscriptionListener listener) {
        ContainerProperties how = new ContainerProperties(subscription.topics().toArray(String[]::new));
        how.setGroupId(subscription.group());
        how.setClientId(subscription.group());
        how.setAckMode(ContainerProperties.AckMode.MANUAL_IMMEDIATE);
        how.setMessageListener(listener);
        how.setConsumerRebalanceListener(listener);
        // A paused consumer looks at the end of each poll whether its pause is over.
        how.setPollTimeout(PAUSE_STEP.toMillis());
        how.setShutdownTimeout(GOODBYE.toMillis());
        how.setAuthExceptionRetryInterval(GOODBYE);
        if (subscription.gathering()) {
            how.setKafkaConsumerProperties(KafkaSettings.gathering(gather));
        }
        ConcurrentMessageListenerContainer<String, byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, how);
        container.setConcurrency(subscription.concurrency());
        // Only a failed commit gets there: the same records are simply taken again, without end.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        container.setBeanName(subscription.group());
        return container;
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        // All at once: each waits for its poll in progress.
        containers.parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Last to start, first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }
}
