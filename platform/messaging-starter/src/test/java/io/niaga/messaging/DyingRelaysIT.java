package io.niaga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.types.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * Replicas die before and after any statement or delivery while thousands of commands arrive; others stand still past their
 * lease. {@code -Dniaga.seed=…} repeats the dice, {@code -Dniaga.commands=…} makes it longer.
 */
class DyingRelaysIT {
    private static final long SEED = Long.getLong("niaga.seed", System.nanoTime());
    private static final int COMMANDS = Integer.getInteger("niaga.commands", 3_000);
    private static final int AGGREGATES = 150;
    private static final int WRITERS = 8;
    private static final int REPLICAS = 3;

    private final String topic = TestBroker.topic();
    private final MongoCollection<Document> documents = TestStore.database().getCollection("things");
    private final Courier broker =
            new KafkaCourier(TestBroker.producers(Replica.QUICK), Duration.ofSeconds(10), new EventSpans(null));
    private final AtomicReferenceArray<MortalReplica> replicas = new AtomicReferenceArray<>(REPLICAS);
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Random dice = new Random(SEED);

    private double fate() {
        synchronized (dice) {
            return dice.nextDouble();
        }
    }

    private MortalReplica replica(int slot) {
        synchronized (replicas) {
            MortalReplica now = replicas.get(slot);
            if (now == null || now.isDead()) {
                if (now != null) {
                    deaths.incrementAndGet();
                    Thread.ofVirtual().start(now::bury);
                }
                now = new MortalReplica(documents, broker, this::fate);
                replicas.set(slot, now);
            }
            return now;
        }
    }

    private void command(int number, Random random) {
        String id = "thing-" + random.nextInt(AGGREGATES);
        boolean done = false;
        while (!done) {
            OutboxCollection things = replica(random.nextInt(REPLICAS)).things();
            Document loaded = things.findById(id);
            try {
                done = things.update(
                        id,
                        OutboxCollection.revision(loaded),
                        Updates.inc("commands", 1),
                        List.of(Outgoing.to(topic, Fact.TYPE, new Fact(id, number))));
            } catch (ProblemException full) {
                refused.incrementAndGet();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    @Test
    void nothing_is_lost_and_nothing_is_out_of_order_per_aggregate() throws Exception {
        System.out.printf("seed %d: repeat with -Dniaga.seed=%d%n", SEED, SEED);
        Thread.setDefaultUncaughtExceptionHandler((thread, end) -> {
            if (!(end instanceof MortalReplica.Died)) {
                end.printStackTrace();
            }
        });
        for (int i = 0; i < AGGREGATES; i++) {
            replica(0).things().insert(new Document("_id", "thing-" + i).append("commands", 0), List.of());
        }
        try (TopicReader reader = new TopicReader(TestBroker.servers(), topic)) {
            run();
            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).until(this::allTold);
            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertComplete(reader));
            System.out.printf(
                    "%d commands, %d replicas died, %d records for them, %d writes refused for a full outbox%n",
                    COMMANDS, deaths.get(), reader.size(), refused.get());
        } finally {
            for (int slot = 0; slot < REPLICAS; slot++) {
                replicas.get(slot).bury();
            }
            Thread.setDefaultUncaughtExceptionHandler(null);
        }
        assertThat(deaths.get()).as("the dice fell at all").isPositive();
    }

    private void run() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                Random random = new Random(SEED + writer);
                writers.add(threads.submit(() -> {
                    for (int number = first; number < COMMANDS; number += WRITERS) {
                        command(number, random);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    /** Someone is always alive: a dead replica is replaced, as an orchestrator would. */
    private boolean allTold() {
        for (int slot = 0; slot < REPLICAS; slot++) {
            replica(slot);
        }
        return documents.countDocuments(Filters.exists("outboxDue")) == 0;
    }

    private void assertComplete(TopicReader reader) {
        int commands = 0;
        for (Document thing : documents.find()) {
            String id = thing.getString("_id");
            long last = 0;
            for (long sequence : reader.sequences(id)) {
                assertThat(sequence).as("%s after %d, seed %d", id, last, SEED).isLessThanOrEqualTo(last + 1);
                last = Math.max(last, sequence);
            }
            assertThat(last).as("%s, seed %d", id, SEED).isEqualTo(thing.getLong("outboxSeq"));
            commands += thing.getInteger("commands");
        }
        assertThat(commands).isEqualTo(COMMANDS);
    }
}
