package io.niaga.orders.order;

import io.niaga.orders.order.BrokenPromise.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this service knows of the order's fulfillment; fulfillment-service decides it. Never moves backwards. */
public record FulfillmentView(Stage stage, List<Parcel> parcels) {
    public static final FulfillmentView NONE = new FulfillmentView(Stage.NEW, List.of());

    /** How far the warehouse is, from first to last; it ends in one of the last four. */
    public enum Stage {
        NEW,
        RELEASED,
        PICKING,
        PICKED,
        PACKED,
        HANDED_OVER,
        DELIVERED,
        RECEIVED_BACK,
        LOST,
        SHORT;

        boolean isEnd() {
            return compareTo(DELIVERED) >= 0;
        }
    }

    /** One parcel, by the number anyone follows it with. */
    public record Parcel(String tracking, String carrier, String service, String state) {
        static final String LOST = "LOST";
        static final String DAMAGED = "DAMAGED";
    }

    public FulfillmentView {
        parcels = List.copyOf(parcels);
    }

    public boolean pickingStarted() {
        return stage.compareTo(Stage.PICKING) >= 0;
    }

    public boolean isDelivered() {
        return stage == Stage.DELIVERED;
    }

    /** Why the goods will not arrive, once that is certain. */
    public Optional<BrokenPromise.Reason> neverArrives() {
        return switch (stage) {
            case RECEIVED_BACK -> Optional.of(Reason.UNDELIVERED);
            case SHORT -> Optional.of(Reason.OUT_OF_STOCK);
            case LOST -> Optional.of(isDamaged() ? Reason.DAMAGED : Reason.LOST);
            case NEW, RELEASED, PICKING, PICKED, PACKED, HANDED_OVER, DELIVERED -> Optional.empty();
        };
    }

    private boolean isDamaged() {
        return !parcels.isEmpty() && parcels.stream().noneMatch(p -> p.state().equals(Parcel.LOST));
    }

    /** Whether no parcel can arrive any more; one that is still on its way, or arrived, says no. */
    public boolean isAllLost() {
        return parcels.stream()
                .allMatch(p -> p.state().equals(Parcel.LOST) || p.state().equals(Parcel.DAMAGED));
    }

    public boolean isBefore(Stage other) {
        return stage.compareTo(other) < 0 && !stage.isEnd();
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
