package io.niaga.loyalty.points;

import io.niaga.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money of an order that went back.
 *
 * @param goods the part of the amount that was for goods; absent when nobody said
 */
public record GoodsRefund(
        String refundId,
        String orderId,
        Money amount,
        @Nullable Money goods,
        Instant at) {}
