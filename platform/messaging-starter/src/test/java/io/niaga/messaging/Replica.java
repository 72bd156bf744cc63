package io.niaga.messaging;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The telling side of one process, put together by hand: real database, a courier that takes notes and can be stopped. */
final class Replica implements AutoCloseable {
    static final MessagingProperties.OutboxKnobs QUICK = new MessagingProperties.OutboxKnobs(
            Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofMillis(200), 32, 512);

    final List<Pending> told = new CopyOnWriteArrayList<>();
    final MongoCollection<Document> moves;
    final Relay relay;
    final SafetyNet net;
    final Outboxes outboxes;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean holding;
    private volatile boolean away;

    Replica() {
        MongoDatabaseFactory databases = TestStore.databases();
        moves = databases.getMongoDatabase().getCollection("moves");
        Clock clock = Clock.systemUTC();
        OutboxMeters seen = new OutboxMeters(meters, clock);
        LocalCourier local = new LocalCourier(() -> Stream.of(new Moves(moves)));
        relay = new Relay(new Couriers(this::note, local), clock, QUICK, seen);
        net = new SafetyNet(relay, clock, QUICK.sweepInterval(), seen);
        outboxes = new Outboxes(databases, "svc", new OutboxDesk(relay, local, clock, seen), net);
    }

    private void note(String source, String key, Pending event) throws DeliveryFailed {
        if (away) {
            throw new DeliveryFailed("away", null, true);
        }
        try {
            holding = gate.getCount() > 0;
            if (!gate.await(20, TimeUnit.SECONDS)) {
                throw new DeliveryFailed("held too long", null, false);
            }
        } catch (InterruptedException stopped) {
            throw new DeliveryFailed("stopped", stopped, false);
        }
        told.add(event);
    }

    Instant now() {
        return Instant.now();
    }

    void away(boolean gone) {
        away = gone;
    }

    void hold() {
        gate = new CountDownLatch(1);
    }

    boolean holding() {
        return holding;
    }

    void goOn() {
        gate.countDown();
    }

    double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @Override
    public void close() {
        gate.countDown();
        net.stop();
        relay.close();
    }

    private record Moves(MongoCollection<Document> moves) implements LocalWriter {
        @Override
        public String name() {
            return "moves";
        }

        @Override
        public void write(String derivedId, String type, Document body, Instant at) {
            moves.insertOne(new Document(body).append("_id", derivedId));
        }
    }
}
