package io.niaga.messaging;

import io.niaga.types.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all collections of a service share when they write: numbering and serialising events, handing them to the relay. */
final class OutboxDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDesk.class);

    private final Relay relay;
    private final LocalCourier writers;
    private final Clock clock;
    private final OutboxMeters meters;
    private final EventJson json = new EventJson();

    OutboxDesk(Relay relay, LocalCourier writers, Clock clock, OutboxMeters meters) {
        this.relay = relay;
        this.writers = writers;
        this.clock = clock;
        this.meters = meters;
    }

    /** When something becomes due; not the business' time, since processes with different ideas of it share the outbox. */
    Instant now() {
        return Instant.now();
    }

    /** The events in the form they wait in, numbered from the last one on. */
    List<Pending> pending(List<Outgoing> events, long last) {
        if (events.size() > Backlog.MOST) {
            throw new IllegalArgumentException("one write tells at most " + Backlog.MOST + " events");
        }
        Instant at = clock.instant();
        List<Pending> pending = new ArrayList<>(events.size());
        for (Outgoing event : events) {
            pending.add(new Pending(
                    last + pending.size() + 1,
                    event.to(),
                    event.type(),
                    json.write(known(event)),
                    at,
                    CurrentMessage.correlation(),
                    CurrentMessage.causation(),
                    CurrentMessage.traceparent()));
        }
        return pending;
    }

    private Outgoing known(Outgoing event) {
        if (event.to().startsWith(Outgoing.LOCAL) && !writers.knows(event.to().substring(Outgoing.LOCAL.length()))) {
            throw new IllegalArgumentException("there is no local writer for " + event.to());
        }
        return event;
    }

    Optional<Lease> leaseFor(String aggregate) {
        return relay.leaseFor(aggregate);
    }

    void publish(Outbox outbox, Lease lease, List<Pending> events) {
        relay.publish(outbox, lease, new Backlog(events, events.getLast().seq()));
    }

    void takeOver(Outbox outbox, String aggregate) {
        relay.takeOver(outbox, aggregate);
    }

    void overtaken(String aggregate) {
        meters.overtaken.increment();
        LOG.warn("the publisher of {} was overtaken by another", aggregate);
    }

    ProblemException full(String aggregate) {
        meters.full.increment();
        LOG.error("the outbox of {} is full", aggregate);
        return OutboxProblem.OUTBOX_FULL.now();
    }
}
