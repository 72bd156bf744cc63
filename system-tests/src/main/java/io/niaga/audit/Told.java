package io.niaga.audit;

import org.jspecify.annotations.Nullable;

/** One record of a topic, as it stands there. */
final class Told {
    private final Place place;
    private final Head head;
    private final byte @Nullable [] value;

    /** Where it stands. */
    record Place(String topic, int partition, long offset) {
        @Override
        public String toString() {
            return topic + "/" + partition + "/" + offset;
        }
    }

    /**
     * What its key and headers say.
     *
     * @param source which aggregates it is one of: {@code /order-service/orders}
     * @param sequence −1 when it has none
     */
    record Head(
            @Nullable String key,
            @Nullable String type,
            @Nullable String source,
            long sequence) {}

    /** @param value kept, not copied; null is a tombstone */
    Told(Place place, Head head, byte @Nullable [] value) {
        this.place = place;
        this.head = head;
        this.value = value;
    }

    String place() {
        return place.toString();
    }

    String topic() {
        return place.topic();
    }

    @Nullable
    String key() {
        return head.key();
    }

    @Nullable
    String type() {
        return head.type();
    }

    @Nullable
    String source() {
        return head.source();
    }

    long sequence() {
        return head.sequence();
    }

    byte @Nullable [] value() {
        return value;
    }
}
