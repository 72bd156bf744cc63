package io.niaga.search;

import static io.niaga.testsupport.Eventually.eventually;
import static io.niaga.testsupport.Eventually.eventuallyTrue;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.events.Topics;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.search.index.lucene.LuceneIndex;
import io.niaga.search.index.messaging.FeedPace;
import io.niaga.search.index.messaging.IndexFeed;
import io.niaga.search.query.Question;
import io.niaga.search.query.Sort;
import io.niaga.search.query.lucene.LuceneShelf;
import io.niaga.search.text.lucene.Words;
import io.niaga.testsupport.TestBroker;
import io.niaga.testsupport.TestEvents;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed on a real broker, across restarts. */
class FeedIT {
    @TempDir
    Path folder;

    private final String store = new TypeId("sto", UUID.randomUUID()).toString();
    private final Words words = new Words();
    private Running running = new Running();

    private final class Running {
        final LuceneIndex index = new LuceneIndex(folder, words);
        final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        final IndexFeed feed = new IndexFeed(
                index,
                () -> new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                TestBroker.bootstrapServers(),
                                "auto.offset.reset",
                                "none",
                                "enable.auto.commit",
                                false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                new FeedPace(Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofHours(12)),
                Clock.systemUTC(),
                meters);

        List<String> found(String question) {
            return new LuceneShelf(index, words)
                            .find(new Question(
                                    question, StoreId.of(store), List.of(), List.of(), Sort.RELEVANCE, 100, null))
                            .items()
                            .stream()
                            .map(item -> item.names().get("id"))
                            .toList();
        }

        double count(String outcome) {
            return meters.counter("niaga.search.records", "outcome", outcome).count();
        }

        double rebuilds() {
            return meters.counter("niaga.search.rebuilds").count();
        }
    }

    private void restarted() {
        running = new Running();
        running.feed.start();
        eventuallyTrue(running.feed::isReady);
    }

    @BeforeAll
    static void a_broker() {
        assertThat(TestBroker.bootstrapServers()).isNotEmpty();
    }

    @AfterEach
    void stopped() {
        running.feed.stop();
    }

    private void tell(String name, long sequence) {
        Told product = Told.product(Told.productId(), name).store(store);
        TestEvents.tell(Topics.PRODUCT, product.id(), ProductStateV1.TYPE, sequence, product.state());
    }

    @Test
    void a_restart_reads_only_what_was_told_meanwhile() {
        tell("Kemeja Satu", 1);
        assertThat(running.feed.isReady()).isFalse();
        restarted();
        assertThat(running.found("kemeja")).containsExactly("Kemeja Satu");
        assertThat(running.rebuilds()).isEqualTo(1);
        running.feed.stop();
        assertThat(running.feed.isRunning()).isFalse();
        tell("Kemeja Dua", 1);
        restarted();
        assertThat(running.found("kemeja")).containsExactlyInAnyOrder("Kemeja Satu", "Kemeja Dua");
        assertThat(running.rebuilds()).isZero();
        assertThat(running.count("applied")).isEqualTo(1);
    }

    @Test
    void a_torn_index_is_built_again_from_the_topics() throws IOException {
        tell("Kemeja Tiga", 1);
        restarted();
        running.feed.stop();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        restarted();
        assertThat(running.found("kemeja")).containsExactly("Kemeja Tiga");
        assertThat(running.rebuilds()).isEqualTo(1);
    }

    @Test
    void an_index_that_fails_while_it_is_fed_is_opened_again() {
        restarted();
        tell("Kemeja Empat", 1);
        eventually(() -> assertThat(running.found("kemeja")).containsExactly("Kemeja Empat"));
        running.index.close();
        tell("Kemeja Lima", 1);
        eventually(
                Duration.ofSeconds(20),
                () -> assertThat(running.found("kemeja")).containsExactlyInAnyOrder("Kemeja Empat", "Kemeja Lima"));
    }
}
