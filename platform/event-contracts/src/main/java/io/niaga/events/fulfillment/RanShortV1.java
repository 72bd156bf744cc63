package io.niaga.events.fulfillment;

import java.time.Instant;
import java.util.List;

/**
 * Units of an order were not there to be picked: nothing of it will be shipped. They are out of the stock, the others can be
 * sold again.
 *
 * @param lines what was missing, none without units
 * @param reason {@code NOT_FOUND} or {@code DAMAGED}
 */
public record RanShortV1(
        String fulfillmentId, String orderId, String storeId, List<Line> lines, String reason, Instant at) {
    public static final String TYPE = "fulfillment.ran-short.v1";

    public RanShortV1 {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the order.
     *
     * @param missing units that were not there
     */
    public record Line(int line, String sku, int missing) {}
}
