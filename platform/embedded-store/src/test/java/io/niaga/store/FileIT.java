package io.niaga.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores on a file of this process: what is there after a restart, how large the files get. */
class FileIT {
    private static final int DOCUMENT_BYTES = 600;

    @TempDir
    Path directory;

    @Test
    void everything_is_there_after_a_restart() {
        try (Connected connected = open()) {
            fillOld(connected.database().getCollection("old"));
        }
        try (Connected connected = open()) {
            var c = connected.client().getDatabase("other").getCollection("new");
            assertThat(c.listIndexes()).hasSize(4);
            assertThat(c.countDocuments()).isEqualTo(299);
            assertThat(c.countDocuments(eq("tags", "t5"))).isEqualTo(43);
            assertThat(c.find(new Document("open", true).append("at", new Document("$gte", 290)))
                            .map(d -> d.get("_id")))
                    .containsExactly(290, 292, 294, 296, 298);
            assertThatThrownBy(() -> c.insertOne(new Document("_id", 999).append("k", "five")))
                    .isInstanceOf(MongoWriteException.class);
            assertThat(connected.database().listCollectionNames()).doesNotContain("old");
        }
    }

    private static void fillOld(MongoCollection<Document> c) {
        c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true).sparse(true));
        c.createIndex(Indexes.ascending("tags"));
        c.createIndex(Indexes.ascending("at"), new IndexOptions().partialFilterExpression(new Document("open", true)));
        for (int i = 0; i < 300; i++) {
            c.insertOne(new Document("_id", i)
                    .append("tags", List.of("t" + i % 7, "u"))
                    .append("at", i)
                    .append("open", i % 2 == 0));
        }
        c.updateOne(eq("_id", 5), set("k", "five"));
        c.deleteOne(eq("_id", 6));
        c.renameCollection(new MongoNamespace("other", "new"));
    }

    @Test
    void two_stores_cannot_share_a_file() {
        try (Connected connected = open()) {
            assertThat(connected.store().port()).isPositive();
            assertThatThrownBy(this::open).isInstanceOf(RuntimeException.class);
        }
        open().close();
    }

    @Test
    void the_log_stays_within_its_bound_and_idle_files_shrink() throws Exception {
        StoreSettings.Log log =
                new StoreSettings.Log(1_000_000_000, Duration.ofHours(1), 1_000_000, false, Duration.ofSeconds(1));
        StoreSettings settings = StoreSettings.onFile(directory.resolve("s"), 0).withLog(log);
        int documents = 4000;
        try (Connected connected = Connected.to(settings)) {
            var c = connected.database().getCollection("c");
            c.createIndex(Indexes.ascending("n"));
            fill(c, documents);
            assertThat(largestLogDuringUpdates(c, documents)).isBetween(500_000L, 1_500_000L);
            long live = documents * (long) DOCUMENT_BYTES;
            Awaitility.await("packed while idle").atMost(Duration.ofSeconds(20)).until(() -> bytes("") < 3 * live);
            c.deleteMany(gte("_id", 100));
            Awaitility.await("space given back").atMost(Duration.ofSeconds(20)).until(() -> bytes("") < live / 2);
        }
        assertThat(bytes(".log.")).as("no log after a clean end").isZero();
        assertThat(bytes("")).isLessThan(500_000);
        try (Connected connected = Connected.to(settings)) {
            assertThat(connected.database().getCollection("c").countDocuments(gte("n", 1)))
                    .isEqualTo(100);
        }
    }

    @Test
    void after_a_change_that_ended_half_way_nothing_is_answered_until_a_restart() {
        Connected connected = open();
        var c = connected.collection("{_id:1}");
        connected.store().backend().changeLog().fail(new OutOfMemoryError("as if"));
        assertThatThrownBy(() -> c.insertOne(new Document("_id", 2))).isInstanceOf(MongoException.class);
        assertThatThrownBy(() -> c.find().first()).isInstanceOf(MongoException.class);
        assertThatThrownBy(connected::close).hasMessageContaining("cannot be written");
        try (Connected again = open()) {
            assertThat(again.collection().find().map(d -> d.get("_id"))).containsExactly(1);
        }
    }

    @Test
    void an_idle_store_comes_to_rest() {
        try (Connected connected = open()) {
            connected.collection("{_id:1}", "{_id:2}");
            var store = connected.store().backend().getMvStore();
            long[] version = {-1};
            Awaitility.await("no commit for two seconds")
                    .pollInterval(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        boolean same = version[0] == store.getCurrentVersion();
                        version[0] = store.getCurrentVersion();
                        return same;
                    });
        }
    }

    private static void fill(MongoCollection<Document> c, int documents) {
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            batch.add(new Document("_id", i).append("n", 0).append("padding", UUID.randomUUID() + "x".repeat(520)));
        }
        c.insertMany(batch);
    }

    private long largestLogDuringUpdates(MongoCollection<Document> c, int documents) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong largest = new AtomicLong();
        Together.run(9, thread -> () -> {
            if (thread == 0) {
                while (!done.get()) {
                    largest.accumulateAndGet(bytes(".log."), Math::max);
                }
            } else {
                for (int i = 0; i < 1000; i++) {
                    c.updateOne(eq("_id", (i * 8 + thread) % documents), inc("n", 1));
                }
                done.set(true);
            }
            return 0;
        });
        return largest.get();
    }

    private long bytes(String namePart) {
        long sum = 0;
        try (var files =
                Files.newDirectoryStream(directory, file -> file.toString().contains(namePart))) {
            for (Path file : files) {
                sum += size(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sum;
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0; // a checkpoint was quicker
        }
    }

    private Connected open() {
        return Connected.to(StoreSettings.onFile(directory.resolve("s"), 0));
    }
}
