package io.niaga.events.orders;

import io.niaga.types.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return was inspected, its stock booked and its money sent back.
 *
 * @param lines the units that money went back for
 * @param refundId null when none did
 * @param goods the part of the refund that is for goods; the rest is shipping
 */
public record ReturnSettledV1(
        String returnId,
        String orderId,
        String storeId,
        @Nullable String customerId,
        List<ReturnLineV1> lines,
        @Nullable String refundId,
        Money refund,
        Money goods,
        Instant at) {
    public static final String TYPE = "return.settled.v1";
}
