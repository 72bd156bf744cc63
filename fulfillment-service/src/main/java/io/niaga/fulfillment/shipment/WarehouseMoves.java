package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.receiving.ReturnedLine;
import io.niaga.fulfillment.reservation.Missing;
import io.niaga.fulfillment.shipment.Fulfillment.Deed;
import io.niaga.fulfillment.shipment.FulfillmentState.EndingShort;
import io.niaga.fulfillment.shipment.FulfillmentState.HandedOver;
import io.niaga.fulfillment.shipment.FulfillmentState.Packed;
import io.niaga.fulfillment.shipment.FulfillmentState.Picked;
import io.niaga.fulfillment.shipment.FulfillmentState.Picking;
import io.niaga.fulfillment.shipment.FulfillmentState.RanShort;
import io.niaga.fulfillment.shipment.FulfillmentState.ReceivedBack;
import io.niaga.fulfillment.shipment.FulfillmentState.Released;
import io.niaga.fulfillment.shipment.FulfillmentState.ReturnToSender;
import io.niaga.fulfillment.shipment.FulfillmentState.Sourced;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What people in the warehouse do with a fulfillment, and when they may. */
final class WarehouseMoves {
    private WarehouseMoves() {}

    static FulfillmentChange release(Fulfillment f, Deed deed) {
        require(f, f.state() instanceof Sourced, "release");
        return change(f, new Released(), deed, new ShipmentEvent.Released(deed.at()));
    }

    static void requirePickable(Fulfillment f) {
        require(f, f.state() instanceof Released || f.state() instanceof Picking, "picking");
    }

    static FulfillmentChange startPicking(Fulfillment f, Deed deed) {
        requirePickable(f);
        return f.state() instanceof Picking
                ? FulfillmentChange.quiet(f)
                : change(f, new Picking(), deed, new ShipmentEvent.PickingStarted(deed.at()));
    }

    /** Everything that was ordered, no more and no less; starts the picking where nobody said so. */
    static FulfillmentChange pick(Fulfillment f, Deed deed) {
        FulfillmentChange started = startPicking(f, deed);
        FulfillmentChange picked =
                change(started.fulfillment(), new Picked(), deed, new ShipmentEvent.Picked(deed.at()));
        List<ShipmentEvent> both = new ArrayList<>(started.events());
        both.addAll(picked.events());
        return new FulfillmentChange(picked.fulfillment(), both);
    }

    /** Throws {@link FulfillmentProblem#PICK_MISMATCH} naming, per SKU, what was expected and what was found. */
    static void requireAll(Fulfillment f, Map<Sku, Quantity> found) {
        SortedMap<Sku, Quantity> expected = Objects.requireNonNull(f.goods()).units();
        TreeSet<Sku> skus = new TreeSet<>(expected.keySet());
        skus.addAll(found.keySet());
        SortedMap<String, Map<String, Integer>> differences = new TreeMap<>();
        for (Sku sku : skus) {
            int wanted = expected.getOrDefault(sku, Quantity.NONE).units();
            int picked = found.getOrDefault(sku, Quantity.NONE).units();
            if (wanted != picked) {
                differences.put(sku.value(), Map.of("expected", wanted, "picked", picked));
            }
        }
        if (!differences.isEmpty()) {
            throw FulfillmentProblem.PICK_MISMATCH.with("differences", differences);
        }
    }

    static void requireOnShelves(Fulfillment f) {
        require(
                f,
                f.state() instanceof Released || f.state() instanceof Picking || f.state() instanceof Picked,
                "shortage");
    }

    /** Nothing of it will be shipped; starts the picking where nobody said so, for that is when it was found. */
    static FulfillmentChange findShort(Fulfillment f, Missing missing, Deed deed) {
        requireOnShelves(f);
        FulfillmentChange started = f.state() instanceof Picked ? FulfillmentChange.quiet(f) : startPicking(f, deed);
        return new FulfillmentChange(started.fulfillment().in(new EndingShort(missing), deed), started.events());
    }

    /** Its units are booked, so it is told; nothing will be shipped, so the address is forgotten. */
    static FulfillmentChange endShort(Fulfillment f, Deed deed) {
        require(f, f.state() instanceof EndingShort, "shortage");
        Missing missing = ((EndingShort) f.state()).missing();
        Goods goods = Objects.requireNonNull(f.goods());
        return change(
                f.with(goods.to(null)), new RanShort(missing), deed, new ShipmentEvent.RanShort(missing, deed.at()));
    }

    static FulfillmentChange pack(Fulfillment f, int weightGrams, Deed deed) {
        require(f, f.state() instanceof Picked, "packing");
        return change(f, new Packed(weightGrams), deed, new ShipmentEvent.Packed(weightGrams, deed.at()));
    }

    static Packed requirePacked(Fulfillment f) {
        require(f, f.state() instanceof Packed, "handover");
        return (Packed) f.state();
    }

    static FulfillmentChange handOver(Fulfillment f, Parcel parcel, Deed deed) {
        Packed packed = requirePacked(f);
        List<Parcel> parcels = List.of(parcel);
        return change(
                f,
                new HandedOver(packed.weightGrams(), parcels),
                deed,
                new ShipmentEvent.HandedOver(parcels, deed.at()));
    }

    static ReturnToSender requireReturning(Fulfillment f) {
        require(f, f.state() instanceof ReturnToSender, "receipt");
        return (ReturnToSender) f.state();
    }

    /** Nothing will be shipped any more, so the address is forgotten. */
    static FulfillmentChange receiveBack(Fulfillment f, List<ReturnedLine> lines, Deed deed) {
        ReturnToSender returning = requireReturning(f);
        Goods goods = Objects.requireNonNull(f.goods());
        return change(
                f.with(goods.to(null)),
                new ReceivedBack(returning.weightGrams(), returning.parcels()),
                deed,
                new ShipmentEvent.ReceivedBack(lines, deed.at()));
    }

    private static void require(Fulfillment f, boolean holds, String move) {
        if (!holds) {
            throw FulfillmentProblem.state(f, move);
        }
    }

    private static FulfillmentChange change(Fulfillment f, FulfillmentState next, Deed deed, ShipmentEvent event) {
        return new FulfillmentChange(f.in(next, deed), List.of(event));
    }
}
