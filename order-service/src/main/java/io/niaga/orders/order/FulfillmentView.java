package io.niaga.orders.order;

import java.util.ArrayList;
import java.util.List;

/** What this service knows of the order's fulfillment; fulfillment-service decides it. Never moves backwards. */
public record FulfillmentView(Stage stage, List<Parcel> parcels) {
    public static final FulfillmentView NONE = new FulfillmentView(Stage.NEW, List.of());

    /** How far the warehouse is, from first to last. */
    public enum Stage {
        NEW,
        RELEASED,
        PICKING,
        PICKED,
        PACKED,
        HANDED_OVER,
        DELIVERED
    }

    /** One parcel, by the number anyone follows it with. */
    public record Parcel(String tracking, String carrier, String service, String state) {}

    public FulfillmentView {
        parcels = List.copyOf(parcels);
    }

    public boolean pickingStarted() {
        return stage.compareTo(Stage.PICKING) >= 0;
    }

    public boolean isDelivered() {
        return stage == Stage.DELIVERED;
    }

    public boolean isBefore(Stage other) {
        return stage.compareTo(other) < 0;
    }

    public FulfillmentView at(Stage next) {
        return isBefore(next) ? new FulfillmentView(next, parcels) : this;
    }

    public FulfillmentView with(List<Parcel> handedOver) {
        return new FulfillmentView(stage, handedOver).at(Stage.HANDED_OVER);
    }

    public FulfillmentView moved(String tracking, String state) {
        List<Parcel> next = new ArrayList<>();
        for (Parcel p : parcels) {
            next.add(p.tracking().equals(tracking) ? new Parcel(tracking, p.carrier(), p.service(), state) : p);
        }
        return new FulfillmentView(stage, next);
    }
}
