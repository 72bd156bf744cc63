package io.niaga.fulfillment.reservation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reservations in memory, each method atomic. */
public final class InMemoryReservations implements Reservations {
    private final Map<ReservationId, Reservation> kept = new HashMap<>();

    @Override
    public synchronized Optional<Reservation> find(ReservationId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized Optional<Reservation> insert(Reservation reservation) {
        return kept.containsKey(reservation.id()) ? Optional.empty() : Optional.of(put(reservation));
    }

    @Override
    public synchronized Optional<Reservation> replace(Reservation changed) {
        Reservation known = kept.get(changed.id());
        return known == null || known.version() != changed.version() ? Optional.empty() : Optional.of(put(changed));
    }

    @Override
    public synchronized List<Reservation> leftRolling(Instant before, int limit) {
        return kept.values().stream()
                .filter(r -> r.state().rollsForward() && r.changedAt().isBefore(before))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long open() {
        return kept.values().stream().filter(r -> r.state().holdsUnits()).count();
    }

    @Override
    public synchronized long heldPast(Instant deadline) {
        return kept.values().stream()
                .filter(r -> r.state() == ReservationState.HELD && r.order() != null)
                .filter(r -> r.order().payBy() != null && r.order().payBy().isBefore(deadline))
                .count();
    }

    public synchronized List<Reservation> all() {
        return List.copyOf(kept.values());
    }

    private Reservation put(Reservation r) {
        Reservation stored = new Reservation(
                r.id(),
                r.state(),
                r.fence(),
                r.attempt(),
                r.lines(),
                r.shortage(),
                r.missing(),
                r.order(),
                r.changedAt(),
                r.version() + 1);
        kept.put(r.id(), stored);
        return stored;
    }
}
