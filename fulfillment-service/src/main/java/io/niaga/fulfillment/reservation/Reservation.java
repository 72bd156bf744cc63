package io.niaga.fulfillment.reservation;

import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The units that one order has taken, or not. One per order; its id has the order's bits.
 *
 * @param fence the highest that was seen
 * @param attempt raised by whoever takes it over; only the current attempt may become HELD
 * @param lines which rows the units come from, in key order
 * @param shortage when it is refused: of which SKUs there was not enough, and how much there was
 * @param missing when it ends because units of it were not there: they leave the stock, the others are given back
 * @param version raised by every write
 */
public record Reservation(
        ReservationId id,
        ReservationState state,
        Fence fence,
        int attempt,
        List<HeldLine> lines,
        SortedMap<Sku, Integer> shortage,
        @Nullable Missing missing,
        @Nullable OrderFacts order,
        Instant changedAt,
        long version) {

    /** One that misses nothing. */
    public Reservation(
            ReservationId id,
            ReservationState state,
            Fence fence,
            int attempt,
            List<HeldLine> lines,
            SortedMap<Sku, Integer> shortage,
            @Nullable OrderFacts order,
            Instant changedAt,
            long version) {
        this(id, state, fence, attempt, lines, shortage, null, order, changedAt, version);
    }

    public Reservation {
        lines = lines.stream().sorted(Comparator.naturalOrder()).toList();
        shortage = Collections.unmodifiableSortedMap(new TreeMap<>(shortage));
    }

    /**
     * What is known of the order; absent in a tombstone, and forgotten with the release.
     *
     * @param payBy when the order expires unpaid; absent when it need not be paid first
     */
    public record OrderFacts(
            OrderId id,
            String number,
            StoreId store,
            Shipping shipping,
            Address address,
            @Nullable Instant payBy) {}

    static Reservation asked(ReservationId id, Fence fence, OrderFacts order, Instant at) {
        return new Reservation(id, ReservationState.PENDING, fence, 1, List.of(), new TreeMap<>(), order, at, 0);
    }

    /** What is left behind for an id that nobody knew. */
    static Reservation tombstone(ReservationId id, Fence fence, Instant at) {
        return new Reservation(id, ReservationState.RELEASED, fence, 0, List.of(), new TreeMap<>(), null, at, 0);
    }

    /** The same, elsewhere in its life. */
    Reservation in(ReservationState next, Instant at) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not become " + next);
        }
        return new Reservation(id, next, fence, attempt, lines, shortage, missing, order, at, version);
    }

    /** Given up at the shelves: its units are booked row by row, those that are missing out of the stock. */
    Reservation runningShort(Missing units, Instant at) {
        Reservation given = in(ReservationState.RELEASING, at);
        return new Reservation(id, given.state, fence, attempt, lines, shortage, units, order, at, version);
    }

    /** How many of what a line has in one row are missing. */
    int missingOf(HeldLine line) {
        return missing == null ? 0 : missing.of(line).units();
    }

    /** Another attempt at taking: what earlier ones took is undone by their names. */
    Reservation nextAttempt(Instant at) {
        return new Reservation(id, ReservationState.PENDING, fence, attempt + 1, lines, shortage, order, at, version);
    }

    /**
     * Given up without ever having been held. The attempt is raised, so that whatever an attempt took, or still takes, is
     * known to be undone.
     */
    Reservation withdrawn(Fence by, Instant at) {
        return new Reservation(
                id, ReservationState.RELEASED, by, attempt + 1, lines, new TreeMap<>(), null, at, version);
    }

    Reservation fenced(Fence other) {
        return new Reservation(
                id, state, fence.highest(other), attempt, lines, shortage, missing, order, changedAt, version);
    }

    Reservation with(List<HeldLine> changed) {
        return new Reservation(id, state, fence, attempt, changed, new TreeMap<>(), order, changedAt, version);
    }

    Reservation shortOf(SortedMap<Sku, Integer> missing, Instant at) {
        return new Reservation(id, ReservationState.REFUSED, fence, attempt, lines, missing, order, at, version);
    }

    /** Goes to another address. */
    Reservation to(Address other) {
        OrderFacts known = Objects.requireNonNull(order);
        return knowing(
                new OrderFacts(known.id(), known.number(), known.store(), known.shipping(), other, known.payBy()));
    }

    /** Knows of the order what it is told now; of a released one nothing personal stays. */
    Reservation knowing(@Nullable OrderFacts facts) {
        return new Reservation(id, state, fence, attempt, lines, shortage, missing, facts, changedAt, version);
    }
}
