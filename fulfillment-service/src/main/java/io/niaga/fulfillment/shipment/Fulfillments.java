package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.carrier.TrackingNumber;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where fulfillments are kept. */
public interface Fulfillments {
    Optional<Fulfillment> find(FulfillmentId id);

    /** The one that has a parcel of that number; of any carrier, the first one, when none is named. */
    Optional<Fulfillment> carrying(TrackingNumber tracking, @Nullable String carrier);

    /**
     * Keeps it with what it tells; false when it changed since it was read, or is there although it is new.
     *
     * @throws io.niaga.types.ProblemException TRACKING_TAKEN when another one has a parcel of that number and carrier
     */
    boolean save(FulfillmentChange change);

    /** Those that are shown, the oldest first. */
    Page<Fulfillment> list(Listing listing);

    /**
     * Which to list.
     *
     * @param store null: of all stores
     * @param state null: in any state
     */
    record Listing(
            @Nullable StoreId store,
            @Nullable String state,
            int limit,
            @Nullable String after) {}

    /** Those that wait for their units to be committed. */
    List<Fulfillment> waiting(int limit);

    /** Those whose units are being booked because some were missing, by id, from the one after {@code after} on. */
    List<FulfillmentId> endingShort(@Nullable FulfillmentId after, int limit);
}
