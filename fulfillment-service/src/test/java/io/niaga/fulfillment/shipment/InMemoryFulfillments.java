package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.types.Page;
import io.niaga.types.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fulfillments in memory, each method atomic, with what was told. */
final class InMemoryFulfillments implements Fulfillments {
    private final SortedMap<String, Fulfillment> kept = new TreeMap<>();
    private final List<ShipmentEvent> told = new ArrayList<>();

    @Override
    public synchronized Optional<Fulfillment> find(FulfillmentId id) {
        return Optional.ofNullable(kept.get(id.value()));
    }

    @Override
    public synchronized Optional<Fulfillment> carrying(TrackingNumber tracking, @Nullable String carrier) {
        return kept.values().stream()
                .filter(f -> f.parcel(tracking, carrier).isPresent())
                .findFirst();
    }

    @Override
    public synchronized boolean save(FulfillmentChange change) {
        Fulfillment f = change.fulfillment();
        Fulfillment known = kept.get(f.id().value());
        Revision seen = known == null ? Revision.NEW : known.revision();
        if (!seen.equals(f.revision())) {
            return false;
        }
        Revision next = new Revision(seen.version() + 1, 0, true);
        kept.put(f.id().value(), new Fulfillment(f.id(), f.order(), f.goods(), f.state(), f.steps(), f.heard(), next));
        told.addAll(change.events());
        return true;
    }

    @Override
    public synchronized Page<Fulfillment> list(Listing listing) {
        return new Page<>(List.copyOf(kept.values()), null);
    }

    @Override
    public synchronized List<Fulfillment> waiting(int limit) {
        return kept.values().stream()
                .filter(f -> f.state() instanceof FulfillmentState.PaymentAssured)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<FulfillmentId> endingShort(@Nullable FulfillmentId after, int limit) {
        return kept.values().stream()
                .filter(f -> f.state() instanceof FulfillmentState.EndingShort)
                .map(Fulfillment::id)
                .filter(id -> after == null || id.value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList();
    }

    synchronized List<ShipmentEvent> told() {
        return List.copyOf(told);
    }
}
