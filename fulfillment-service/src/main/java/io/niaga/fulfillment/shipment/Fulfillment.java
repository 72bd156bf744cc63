package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.fulfillment.reservation.OrderId;
import io.niaga.types.Revision;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order's way from the shelf to the customer; one per order, its id has the order's bits.
 *
 * @param goods absent until it is sourced
 * @param steps what happened to it, oldest first
 * @param heard the number of the last event of its order that was heard; older ones are no news
 */
public record Fulfillment(
        FulfillmentId id,
        OrderFacts order,
        @Nullable Goods goods,
        FulfillmentState state,
        List<Step> steps,
        long heard,
        Revision revision) {
    public Fulfillment {
        steps = List.copyOf(steps);
    }

    /** The order that it is for. */
    public record OrderFacts(OrderId id, String number, StoreId store) {}

    /**
     * A state that it came into.
     *
     * @param by an id or a service's name
     */
    public record Step(String state, String by, Instant at) {}

    /** Who does something, and when. */
    public record Deed(String by, Instant at) {}

    static Fulfillment heardOf(OrderFacts order, FulfillmentState state, long heard, Deed deed) {
        return new Fulfillment(
                FulfillmentId.of(order.id()), order, null, state, List.of(step(state, deed)), heard, Revision.NEW);
    }

    /** Whether anybody may see it: from when it was sourced. */
    public boolean isShown() {
        return goods != null;
    }

    /** Its parcel of that number; of any carrier when none is named. */
    public Optional<Parcel> parcel(TrackingNumber tracking, @Nullable String carrier) {
        return state.parcels().stream()
                .filter(p -> p.tracking().equals(tracking))
                .filter(p -> carrier == null || p.carrier().equals(carrier))
                .findFirst();
    }

    Fulfillment in(FulfillmentState next, Deed deed) {
        List<Step> all = new ArrayList<>(steps);
        if (!next.name().equals(state.name())) {
            all.add(step(next, deed));
        }
        return new Fulfillment(id, order, goods, next, all, heard, revision);
    }

    Fulfillment with(@Nullable Goods changed) {
        return new Fulfillment(id, order, changed, state, steps, heard, revision);
    }

    Fulfillment having(long sequence) {
        return new Fulfillment(id, order, goods, state, steps, sequence, revision);
    }

    private static Step step(FulfillmentState state, Deed deed) {
        return new Step(state.name(), deed.by(), deed.at());
    }
}
