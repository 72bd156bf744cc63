package io.niaga.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records to a subscription's receivers in order. When it returns, each record has had its effect, was none of the
 * subscription's, or is a dead letter; so the offsets may be committed.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Subscription subscription;
    private final RecordReader reader;
    private final DeadLetterStore dead;
    private final ParkedKeys parked;
    private final Attempts attempts;
    private final FailureRules rules;
    private final ConsumerMeters meters;
    private final EventSpans spans;

    Delivery(
            Subscription subscription,
            DeadLetterStore dead,
            Attempts attempts,
            FailureRules rules,
            ConsumerMeters meters,
            EventSpans spans) {
        this.subscription = subscription;
        this.reader = new RecordReader(subscription);
        this.dead = dead;
        this.parked = new ParkedKeys(dead, subscription.group(), ParkedKeys.MOST);
        this.attempts = attempts;
        this.rules = rules;
        this.meters = meters;
        this.spans = spans;
    }

    private record Item(int index, ConsumerRecord<String, byte[]> in, Incoming.Fact fact) {}

    void partitionsChanged() {
        parked.forget();
    }

    void deliver(List<ConsumerRecord<String, byte[]>> poll) throws BackOff {
        BatchReceiver batch = subscription.batch();
        List<Item> together = new ArrayList<>();
        for (int i = 0; i < poll.size(); i++) {
            ConsumerRecord<String, byte[]> in = poll.get(i);
            try {
                Incoming.Fact fact = reader.concerns(in) ? receivable(in) : null;
                if (fact != null && batch == null) {
                    one(new Item(i, in, fact));
                } else if (fact != null) {
                    together.add(new Item(i, in, fact));
                }
            } catch (Attempts.Outage | RuntimeException down) {
                // What is not an answer of a receiver is a dead letter that could not be kept.
                throw new BackOff(batch == null ? i : 0, down);
            }
        }
        if (batch != null && !together.isEmpty()) {
            all(batch, together);
        }
    }

    /** Receives a dead letter again; returns the defect that stands against it still. */
    @Nullable
    String redeliver(ConsumerRecord<String, byte[]> in) throws Attempts.Outage {
        return switch (reader.read(in)) {
            case Incoming.Foreign() -> null;
            case Incoming.Unreadable unreadable -> unreadable.error();
            case Incoming.Fact fact -> {
                Throwable defect = attempts.at(() -> effect(fact));
                yield defect == null ? null : defect.getClass().getSimpleName();
            }
        };
    }

    private Incoming.@Nullable Fact receivable(ConsumerRecord<String, byte[]> in) {
        if (subscription.inOrder() && parked.block(in) && stillBlockedOnceParked(in)) {
            return null;
        }
        return switch (reader.read(in)) {
            case Incoming.Foreign() -> null;
            case Incoming.Fact fact -> fact;
            case Incoming.Unreadable unreadable -> {
                bury(in, unreadable.reason(), unreadable.error());
                yield null;
            }
        };
    }

    /** A redrive may end between the look and the parking; then nobody would wake what was parked. */
    private boolean stillBlockedOnceParked(ConsumerRecord<String, byte[]> in) {
        boolean added = dead.add(subscription.group(), in, DeadLetter.Reason.PARKED, null);
        if (added && !dead.blocked(subscription.group(), in)) {
            dead.remove(subscription.group(), in);
            return false;
        }
        meters.parked(added);
        return true;
    }

    private void one(Item item) throws Attempts.Outage {
        Throwable defect = attempts.at(() -> effect(item.fact()));
        settle(item, defect);
    }

    private void all(BatchReceiver batch, List<Item> items) throws BackOff {
        try {
            Instant start = spans.begin();
            batch.receive(items.stream().map(Delivery::received).toList());
            items.forEach(item -> {
                Envelope envelope = item.fact().envelope();
                meters.received(envelope);
                spans.received(subscription.group(), envelope, spans.place(envelope), start, false);
            });
        } catch (Exception failed) {
            if (rules.kind(failed) == FailureKind.OUTAGE) {
                throw new BackOff(items.getFirst().index(), failed);
            }
            LOG.warn("{}: a batch failed and is received one by one: {}", subscription.group(), failed.toString());
            oneByOne(items);
        }
    }

    private void oneByOne(List<Item> items) throws BackOff {
        for (Item item : items) {
            try {
                boolean waits = subscription.inOrder() && parked.block(item.in()) && stillBlockedOnceParked(item.in());
                if (!waits) {
                    one(item);
                }
            } catch (Attempts.Outage | RuntimeException down) {
                throw new BackOff(item.index(), down);
            }
        }
    }

    private @Nullable Object effect(Incoming.Fact fact) throws Exception {
        BatchReceiver batch = subscription.batch();
        String place = spans.place(fact.envelope());
        Instant start = spans.begin();
        boolean failed = true;
        try {
            CurrentMessage.during(fact.envelope(), place, () -> {
                if (batch == null) {
                    hand(fact.route(), fact);
                } else {
                    batch.receive(List.of(new Received(fact.envelope(), fact.body())));
                }
                return null;
            });
            failed = false;
        } finally {
            spans.received(subscription.group(), fact.envelope(), place, start, failed);
        }
        return null;
    }

    static <T> void hand(Subscription.Route<T> route, Incoming.Fact fact) throws Exception {
        if (fact.body() != null && route.receiver() != null) {
            route.receiver().receive(route.body().cast(fact.body()), fact.envelope());
        } else if (fact.body() == null && route.tombstone() != null) {
            route.tombstone().accept(fact.envelope());
        }
    }

    private void settle(Item item, @Nullable Throwable defect) {
        if (defect == null) {
            meters.received(item.fact().envelope());
        } else {
            LOG.error(
                    "{}: {} of {} is a dead letter",
                    subscription.group(),
                    item.fact().envelope().type(),
                    item.fact().envelope().key(),
                    defect);
            bury(item.in(), DeadLetter.Reason.FAILED, defect.getClass().getSimpleName());
        }
    }

    private void bury(ConsumerRecord<String, byte[]> in, DeadLetter.Reason reason, String error) {
        boolean added = dead.add(subscription.group(), in, reason, error);
        parked.add(in);
        meters.buried(reason, added);
        LOG.warn(
                "{}: dead letter {} ({}) at {}-{}@{}",
                subscription.group(),
                reason,
                error,
                in.topic(),
                in.partition(),
                in.offset());
    }

    private static Received received(Item item) {
        return new Received(item.fact().envelope(), item.fact().body());
    }
}
