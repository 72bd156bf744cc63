package io.niaga.messaging;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;

/** A process that may end before or after any statement or delivery, and may stand still for longer than its lease. */
final class MortalReplica implements Courier, Leases {
    static final MessagingProperties.OutboxKnobs KNOBS = new MessagingProperties.OutboxKnobs(
            Duration.ofMillis(900), Duration.ofMillis(300), Duration.ofMillis(150), 32, 512);
    static final double DEATH = 0.006;
    static final double FREEZE = 0.002;

    private final DoubleSupplier fate;
    private final Courier broker;
    private final Leases store;
    private final SafetyNet net;
    private final Relay relay;
    private final OutboxCollection things;
    private volatile boolean dead;

    /** The end of the process, which no code of it sees. */
    static final class Died extends Error {}

    MortalReplica(MongoCollection<Document> documents, Courier broker, DoubleSupplier fate) {
        this.fate = fate;
        this.broker = broker;
        this.store = new MongoLeases(documents);
        Clock clock = Clock.systemUTC();
        OutboxMeters seen = new OutboxMeters(new SimpleMeterRegistry(), clock);
        LocalCourier none = new LocalCourier(Stream::of);
        relay = new Relay(this, clock, KNOBS, seen);
        net = new SafetyNet(relay, clock, KNOBS.sweepInterval(), seen);
        OutboxDesk desk = new OutboxDesk(relay, none, clock, seen);
        things = new OutboxCollection(documents, desk, "/mortal/things", this, thing -> List.of());
        net.watch("things", things.outbox());
        net.start();
    }

    OutboxCollection things() {
        return things;
    }

    boolean isDead() {
        return dead;
    }

    void bury() {
        dead = true;
        relay.close();
        net.stop();
    }

    private void live() {
        if (fate.getAsDouble() < DEATH) {
            dead = true;
        }
        if (dead) {
            throw new Died();
        }
    }

    private <T> T live(Supplier<T> statement) {
        live();
        T answer = statement.get();
        live();
        return answer;
    }

    @Override
    public void deliver(String source, String key, Pending event) throws DeliveryFailed {
        live();
        if (fate.getAsDouble() < FREEZE) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1_500));
        }
        broker.deliver(source, key, event);
        live();
    }

    @Override
    public List<String> due(int limit, Instant now) {
        return live(() -> store.due(limit, now));
    }

    @Override
    public Claimed claim(String aggregate, Instant now, Instant until) {
        return live(() -> store.claim(aggregate, now, until));
    }

    @Override
    public boolean finish(Lease lease, long last) {
        return live(() -> store.finish(lease, last));
    }

    @Override
    public Backlog advance(Lease lease, long last) {
        return live(() -> store.advance(lease, last));
    }

    @Override
    public boolean renew(Lease lease) {
        return live(() -> store.renew(lease));
    }

    @Override
    public boolean release(Lease lease, long last) {
        return live(() -> store.release(lease, last));
    }

    @Override
    public Waiting waiting() {
        return live(store::waiting);
    }
}
