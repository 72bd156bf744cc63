package io.niaga.events.fulfillment;

import java.time.Instant;
import java.util.List;

/**
 * What could not be delivered is in the warehouse again, inspected, and in the stock as far as it came back.
 */
public record ReceivedBackV1(String fulfillmentId, String orderId, String storeId, List<Line> lines, Instant at) {
    public static final String TYPE = "fulfillment.received-back.v1";

    public ReceivedBackV1 {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the order.
     *
     * @param resellable units that may be sold again
     * @param damaged units that are not fit for sale
     */
    public record Line(int line, String sku, int resellable, int damaged) {}
}
