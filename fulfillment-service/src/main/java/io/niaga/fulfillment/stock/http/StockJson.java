package io.niaga.fulfillment.stock.http;

import io.niaga.fulfillment.stock.Availability;
import io.niaga.fulfillment.stock.Buckets;
import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Reason;
import io.niaga.fulfillment.stock.Stock;
import io.niaga.fulfillment.stock.StockCount;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of stock as staff see it. */
record StockJson(
        Sku sku,
        StoreId storeId,
        String warehouseId,
        int onHand,
        int available,
        int reserved,
        int safety,
        int quality,
        int damaged,
        int hold,
        @Nullable Integer reorderPoint,
        Availability availability,
        Instant changedAt) {

    static StockJson of(Stock row, LowStock low) {
        Buckets b = row.buckets();
        return new StockJson(
                row.key().sku(),
                row.key().store(),
                row.key().warehouse().value(),
                b.onHand(),
                b.available(),
                b.reserved(),
                b.safety(),
                b.quality(),
                b.damaged(),
                b.hold(),
                row.reorderPoint(),
                row.availability(low),
                row.changedAt());
    }

    /** A physical count; without a reason it is just that. */
    record Count(
            Quantity onHand,
            @Nullable @Schema(pattern = Reason.PATTERN) String reason,
            @Nullable Quantity safety,
            @Nullable Quantity reorderPoint) {
        Count {
            toReason(reason);
        }

        StockCount toCount() {
            return new StockCount(onHand, toReason(reason), safety, reorderPoint);
        }

        private static Reason toReason(@Nullable String reason) {
            return reason == null ? Reason.COUNT : Reason.of(reason);
        }
    }
}
