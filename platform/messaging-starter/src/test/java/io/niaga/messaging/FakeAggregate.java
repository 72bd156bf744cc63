package io.niaga.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The outbox of a single aggregate in memory, with the semantics of the statements in a database. */
final class FakeAggregate implements Outbox, Leases {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    final List<Pending> waiting = new ArrayList<>();
    final List<String> statements = new ArrayList<>();
    Lease held;
    long seq;
    int overtaken;

    Lease lease(Instant until) {
        held = Lease.of("agg", until);
        return held;
    }

    void takenByAnother() {
        held = Lease.of("agg", START.plusSeconds(1_000_000));
    }

    Backlog push(int events) {
        List<Pending> pushed = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            pushed.add(new Pending(++seq, "topic", "t.v1", "{}", START, null, null, null));
        }
        waiting.addAll(pushed);
        return new Backlog(pushed, seq);
    }

    @Override
    public String source() {
        return "/test/agg";
    }

    @Override
    public Leases leases() {
        return this;
    }

    @Override
    public void overtaken(String aggregate) {
        overtaken++;
    }

    @Override
    public List<String> due(int limit, Instant now) {
        boolean free = held == null || !held.until().isAfter(now);
        return new ArrayList<>(!waiting.isEmpty() && free ? List.of("agg") : List.of());
    }

    @Override
    public Claimed claim(String aggregate, Instant now, Instant until) {
        return due(1, now).isEmpty() ? null : new Claimed(lease(until), new Backlog(List.copyOf(waiting), seq));
    }

    private boolean holds(Lease lease) {
        return held != null && held.claim().equals(lease.claim());
    }

    @Override
    public boolean finish(Lease lease, long last) {
        statements.add("finish " + last);
        if (!holds(lease) || seq != last) {
            return false;
        }
        waiting.removeIf(event -> event.seq() <= last);
        held = null;
        return true;
    }

    @Override
    public Backlog advance(Lease lease, long last) {
        statements.add("advance " + last);
        if (!holds(lease)) {
            return null;
        }
        waiting.removeIf(event -> event.seq() <= last);
        held = lease;
        return new Backlog(List.copyOf(waiting), seq);
    }

    @Override
    public boolean renew(Lease lease) {
        statements.add("renew");
        held = holds(lease) ? lease : held;
        return holds(lease);
    }

    @Override
    public boolean release(Lease lease, long last) {
        statements.add("release " + last);
        return advance(lease, last) != null;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(waiting.isEmpty() ? 0 : 1, waiting.isEmpty() ? null : START);
    }
}
