package io.niaga.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process again and again while many clients write to it: {@code -Dniaga.kill.rounds=N} for more. */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("niaga.kill.rounds", 3);
    private static final String[] NO_CHECKPOINTS = {"--log-checkpoint-size=2GB", "--log-checkpoint-every=9h"};

    private final Random random = Seed.random("kill");
    private final AcknowledgedWrites writes = new AcknowledgedWrites();
    private final StructureChanges structure = new StructureChanges();
    private final AtomicLong counted = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();
    private final List<String> problems = new CopyOnWriteArrayList<>();

    @TempDir
    Path directory;

    @Test
    void a_killed_process_has_lost_nothing_that_was_answered_or_read() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(violationsAfter(round, true))
                    .as("before kill %d", round + 1)
                    .isEmpty();
        }
        assertThat(violationsAtTheEnd()).isEmpty();
        report();
        assertThat(structure.steps()).as("the structure changed meanwhile").isPositive();
    }

    @Test
    void nothing_is_lost_while_writers_wait_for_room_in_the_log() throws Exception {
        for (int round = 0; round < Math.max(1, ROUNDS / 2); round++) {
            assertThat(violationsAfter(round, false, NO_CHECKPOINTS[0], NO_CHECKPOINTS[1], "--log-limit=1MB"))
                    .isEmpty();
        }
        assertThat(violationsAtTheEnd()).isEmpty();
        report();
    }

    /** The control: the same comparison on a log whose end was cut off. */
    @Test
    void the_comparison_finds_what_a_cut_log_has_lost() throws Exception {
        assertThat(violationsAfter(0, false, NO_CHECKPOINTS)).isEmpty();
        cutNewestLogInHalf();
        assertThat(violationsAtTheEnd()).anyMatch(violation -> violation.startsWith("lost"));
    }

    /** Starts the process, compares, writes until it is killed. */
    private List<String> violationsAfter(int round, boolean changeStructure, String... arguments) throws Exception {
        try (StoreProcess process = StoreProcess.onFile(directory.resolve("kill.store"), arguments);
                MongoClient patient = MongoClients.create(process.uri());
                MongoClient hasty =
                        MongoClients.create(process.uri() + "&maxPoolSize=64&serverSelectionTimeoutMS=1500")) {
            List<String> violations = violations(patient.getDatabase("kill"), round == 0);
            MongoDatabase database = hasty.getDatabase("kill");
            CountDownLatch killed = new CountDownLatch(1);
            List<Thread> clients = startClients(database, round, changeStructure, () -> killed.getCount() > 0);
            assertThat(killed.await(500 + random.nextInt(900), TimeUnit.MILLISECONDS))
                    .isFalse();
            process.kill();
            killed.countDown();
            for (Thread one : clients) {
                one.join();
            }
            violations.addAll(problems);
            return violations;
        }
    }

    private List<String> violationsAtTheEnd() {
        try (StoreProcess process = StoreProcess.onFile(directory.resolve("kill.store"));
                MongoClient client = MongoClients.create(process.uri())) {
            return violations(client.getDatabase("kill"), false);
        }
    }

    private List<String> violations(MongoDatabase database, boolean first) {
        MongoCollection<Document> documents = database.getCollection("documents");
        if (first) {
            AcknowledgedWrites.createIndexes(documents);
        }
        List<String> violations = new ArrayList<>(writes.violations(documents));
        violations.addAll(structure.violations(database));
        Document counter = database.getCollection("counter").find().first();
        long stored = counter == null ? 0 : counter.getLong("n");
        if (stored < counted.get() || stored < seen.get()) {
            violations.add("lost: answered %s, read %s, found %d".formatted(counted, seen, stored));
        }
        return violations;
    }

    private List<Thread> startClients(
            MongoDatabase database, int round, boolean changeStructure, BooleanSupplier goOn) {
        List<Runnable> clients = new ArrayList<>();
        for (int writer = 0; writer < AcknowledgedWrites.WRITERS; writer++) {
            int mine = writer;
            Random own = new Random(random.nextLong());
            clients.add(() -> writes.write(database.getCollection("documents"), mine, own, goOn, problems));
        }
        clients.add(() -> count(database.getCollection("counter"), goOn));
        clients.add(() -> look(database.getCollection("counter"), goOn));
        if (changeStructure) {
            clients.add(() -> structure.change(database, round, goOn, problems));
        }
        return clients.stream().map(Thread.ofPlatform()::start).toList();
    }

    private void count(MongoCollection<Document> counter, BooleanSupplier goOn) {
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        try {
            while (goOn.getAsBoolean()) {
                counted.set(counter.findOneAndUpdate(eq("_id", 0), inc("n", 1L), after)
                        .getLong("n"));
            }
        } catch (MongoException e) {
            return; // killed
        }
    }

    /** Somebody else's write that was read is as good as answered. */
    private void look(MongoCollection<Document> counter, BooleanSupplier goOn) {
        try {
            while (goOn.getAsBoolean()) {
                Document found = counter.find().first();
                if (found != null) {
                    seen.set(found.getLong("n"));
                }
            }
        } catch (MongoException e) {
            return; // killed
        }
    }

    private void cutNewestLogInHalf() throws IOException {
        try (var files = Files.list(directory)) {
            Path newest = files.filter(file -> file.toString().contains(".log."))
                    .max(Path::compareTo)
                    .orElseThrow();
            try (var log = new RandomAccessFile(newest.toFile(), "rw")) {
                log.setLength(log.length() / 2);
            }
        }
    }

    private void report() {
        System.out.printf(
                "kill: %d writes, %d counts, %d changes of structure acknowledged, all there%n",
                writes.acknowledged(), counted.get(), structure.steps());
    }
}
