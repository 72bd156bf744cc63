package io.niaga.search.index.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.search.index.Change;
import io.niaga.search.index.ShopIndex;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedSessionTest {
    private static final TopicPartition PARTITION = new TopicPartition("niaga.category.v1", 0);
    private static final FeedPace PACE = new FeedPace(Duration.ZERO, Duration.ZERO, Duration.ofHours(12));

    private final Remembering index = new Remembering();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Writes down what is asked of it. */
    private static final class Remembering implements ShopIndex {
        final List<String> calls = new ArrayList<>();
        Map<String, Long> offsets = Map.of();
        boolean complete;

        @Override
        public @Nullable Progress open() {
            return null;
        }

        @Override
        public boolean apply(Change change) {
            calls.add("apply " + change.key());
            return true;
        }

        @Override
        public void refresh() {
            calls.add("refresh");
        }

        @Override
        public void commit(Progress progress) {
            offsets = progress.offsets();
            complete = progress.complete();
        }

        @Override
        public void clear() {
            calls.add("clear");
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void ten_records_are_kept_of_which_the_first_five_are_gone() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 5L));
        consumer.updateEndOffsets(Map.of(PARTITION, 10L));
    }

    private FeedSession begin(ShopIndex.@Nullable Progress progress) {
        FeedSession session = new FeedSession(
                index,
                consumer,
                List.of(PARTITION),
                PACE,
                Clock.systemUTC(),
                new FeedMeters(meters, Clock.systemUTC()));
        session.begin(progress);
        return session;
    }

    private static ShopIndex.Progress at(long offset, Duration ago) {
        return new ShopIndex.Progress(
                Map.of(PARTITION.toString(), offset), Instant.now().minus(ago), true);
    }

    private void record(long offset, String key) {
        ConsumerRecord<String, byte[]> gone =
                new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, key, null);
        Map.of(
                        "ce_id", "evt_1",
                        "ce_type", "category.state.v1",
                        "ce_source", "/test",
                        "ce_time", "2026-11-24T08:00:00Z",
                        "sequence", "1")
                .forEach((name, value) -> gone.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        consumer.addRecord(gone);
    }

    @Test
    void an_offset_within_the_log_is_gone_on_from() {
        FeedSession session = begin(at(9, Duration.ofHours(1)));
        assertThat(index.calls).isEmpty();
        assertThat(session.turn()).isFalse();
        record(9, "cat_x");
        assertThat(session.turn()).isTrue();
        assertThat(index.calls).containsExactly("apply cat_x", "refresh", "refresh");
        assertThat(index.offsets).containsEntry(PARTITION.toString(), 10L);
    }

    @Test
    void offsets_that_the_log_has_not_or_not_any_more_mean_a_new_beginning() {
        for (long offset : new long[] {0, 4, 11}) {
            index.calls.clear();
            begin(at(offset, Duration.ofHours(1)));
            assertThat(index.calls).as("offset %s", offset).containsExactly("clear");
            assertThat(consumer.position(PARTITION)).isEqualTo(5);
        }
    }

    @Test
    void an_index_older_than_the_topics_memory_of_tombstones_means_a_new_beginning() {
        begin(at(9, Duration.ofHours(13)));
        assertThat(index.calls).containsExactly("clear");
    }

    @Test
    void a_log_that_is_cut_while_it_is_read_means_a_new_beginning_that_readers_see_when_it_is_complete() {
        FeedSession session = begin(at(10, Duration.ZERO));
        assertThat(session.turn()).isTrue();
        index.calls.clear();
        consumer.setPollException(new OffsetOutOfRangeException(Map.of(PARTITION, 10L)));
        session.turn();
        assertThat(index.calls).containsExactly("clear");
        for (int offset = 5; offset < 9; offset++) {
            record(offset, "cat_" + offset);
        }
        assertThat(session.turn()).isFalse();
        assertThat(index.calls).doesNotContain("refresh");
        record(9, "cat_9");
        assertThat(session.turn()).isTrue();
        assertThat(index.calls).contains("refresh");
        assertThat(meters.counter("niaga.search.rebuilds").count()).isEqualTo(1);
    }

    @Test
    void what_is_committed_of_a_new_beginning_is_complete_once_it_has_caught_up_also_in_another_session() {
        FeedSession dying = begin(null);
        record(5, "cat_5");
        assertThat(dying.turn()).isFalse();
        assertThat(index.offsets).containsEntry(PARTITION.toString(), 6L);
        assertThat(index.complete).isFalse();
        FeedSession next = begin(new ShopIndex.Progress(index.offsets, Instant.now(), false));
        for (int offset = 6; offset < 9; offset++) {
            record(offset, "cat_" + offset);
        }
        assertThat(next.turn()).isFalse();
        assertThat(index.offsets).containsEntry(PARTITION.toString(), 9L);
        assertThat(index.complete).isFalse();
        record(9, "cat_9");
        assertThat(next.turn()).isTrue();
        assertThat(index.complete).isTrue();
    }
}
