package io.niaga.messaging;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a service wants to hear: declared as a bean, the starter listens.
 *
 * <pre>{@code
 * Subscription.to("niaga.payment.v1").as("order-payments")
 *     .on(PaymentAssuredV1.TYPE, PaymentAssuredV1.class, (body, envelope) -> …)
 *     .inOrder()
 *     .build()
 * }</pre>
 *
 * <p>Types that are not named are skipped unread. Offsets are committed once per poll, after all effects.
 */
public final class Subscription {
    private final List<String> topics;
    private final String group;
    private final Map<String, Route<?>> routes;
    private final @Nullable BatchReceiver batch;
    private final boolean inOrder;
    private final boolean gathering;
    private final int concurrency;

    private Subscription(Builder from) {
        topics = List.copyOf(from.topics);
        group = from.group;
        routes = Map.copyOf(from.routes);
        batch = from.batch;
        inOrder = from.inOrder;
        gathering = from.gathering;
        concurrency = from.concurrency;
    }

    public static Builder to(String... topics) {
        return new Builder(topics);
    }

    public List<String> topics() {
        return topics;
    }

    public String group() {
        return group;
    }

    public Set<String> types() {
        return routes.keySet();
    }

    Map<String, Route<?>> routes() {
        return routes;
    }

    @Nullable
    BatchReceiver batch() {
        return batch;
    }

    boolean inOrder() {
        return inOrder;
    }

    boolean gathering() {
        return gathering;
    }

    int concurrency() {
        return concurrency;
    }

    /** How one type is read and who receives it; a batch receives for all types. */
    record Route<T>(
            Class<T> body,
            @Nullable Receiver<T> receiver,
            @Nullable Consumer<Envelope> tombstone) {}

    /** Collects what a subscription says. */
    public static final class Builder {
        private final Set<String> topics;
        private final Map<String, Route<?>> routes = new LinkedHashMap<>();
        private String group = "";
        private @Nullable BatchReceiver batch;
        private boolean inOrder;
        private boolean gathering;
        private int concurrency = 1;

        private Builder(String... topics) {
            this.topics = new LinkedHashSet<>(List.of(topics));
        }

        /** The consumer group: replicas share its work; one name per purpose, for ever. */
        public Builder as(String consumerGroup) {
            group = consumerGroup;
            return this;
        }

        /** Receives one type, one event at a time; its tombstones are skipped. */
        public <T> Builder on(String type, Class<T> body, Receiver<T> receiver) {
            return route(type, new Route<>(body, receiver, null));
        }

        /** Receives one type of a state topic and its tombstones. */
        public <T> Builder on(String type, Class<T> body, Receiver<T> receiver, Consumer<Envelope> tombstone) {
            return route(type, new Route<>(body, receiver, tombstone));
        }

        /** Reads one type for the batch receiver. */
        public <T> Builder on(String type, Class<T> body) {
            return route(type, new Route<>(body, null, null));
        }

        /** Receives all named types together, poll by poll, tombstones too. */
        public Builder batch(BatchReceiver receiver) {
            batch = receiver;
            return this;
        }

        /** Where order matters: behind a dead letter, the later events of its key wait until it is redriven. */
        public Builder inOrder() {
            inOrder = true;
            return this;
        }

        /**
         * Where nobody waits for the effect: what is told within {@code niaga.messaging.consumer.gather} comes with one poll
         * and is committed once, instead of each event by itself.
         */
        public Builder gathering() {
            gathering = true;
            return this;
        }

        /** How many partitions are worked on at the same time in one process. */
        public Builder concurrency(int consumers) {
            concurrency = consumers;
            return this;
        }

        public Subscription build() {
            boolean each = routes.values().stream().allMatch(route -> route.receiver() != null);
            boolean none = routes.values().stream().allMatch(route -> route.receiver() == null);
            if (topics.isEmpty() || group.isBlank() || routes.isEmpty() || concurrency < 1) {
                throw new IllegalArgumentException("a subscription names topics, a group and types");
            }
            if (batch == null ? !each : !none) {
                throw new IllegalArgumentException("either each type has a receiver or all share one batch");
            }
            return new Subscription(this);
        }

        private Builder route(String type, Route<?> route) {
            if (routes.put(type, route) != null) {
                throw new IllegalArgumentException(type + " is subscribed twice");
            }
            return this;
        }
    }
}
