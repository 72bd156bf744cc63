package io.niaga.fulfillment.receiving;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Restocks in memory, each method atomic. */
final class InMemoryRestocks implements Restocks {
    private final Map<ReturnId, Restock> kept = new HashMap<>();

    @Override
    public synchronized Optional<Restock> find(ReturnId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized Optional<Restock> insert(Restock restock) {
        return kept.containsKey(restock.id()) ? Optional.empty() : Optional.of(put(restock));
    }

    @Override
    public synchronized Optional<Restock> replace(Restock changed) {
        Restock known = kept.get(changed.id());
        return known == null || known.version() != changed.version() ? Optional.empty() : Optional.of(put(changed));
    }

    @Override
    public synchronized List<Restock> leftOpen(Instant before, int limit) {
        return kept.values().stream()
                .filter(r -> !r.isFinished() && r.changedAt().isBefore(before))
                .limit(limit)
                .toList();
    }

    private Restock put(Restock r) {
        Restock stored =
                new Restock(r.id(), r.order(), r.fence(), r.state(), r.parts(), r.by(), r.changedAt(), r.version() + 1);
        kept.put(r.id(), stored);
        return stored;
    }
}
