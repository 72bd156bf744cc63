package io.niaga.fulfillment.stock;

import io.niaga.types.Actor;
import io.niaga.types.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody counted, and what else is to be as from now.
 *
 * @param safety null: as it is
 * @param reorderPoint null: as it is
 */
public record StockCount(
        Quantity onHand,
        Reason reason,
        @Nullable Quantity safety,
        @Nullable Quantity reorderPoint) {

    public static StockCount of(Quantity onHand, Reason reason) {
        return new StockCount(onHand, reason, null, null);
    }

    /** The JSON Pointers of what would change in that row; counting a new row changes its count. */
    public List<String> changes(Stock row) {
        List<String> pointers = new ArrayList<>();
        if (row.isNew() || onHand.units() != row.buckets().onHand()) {
            pointers.add("/onHand");
        }
        if (safetyFor(row) != row.buckets().safety()) {
            pointers.add("/safety");
        }
        if (!Objects.equals(reorderPointFor(row), row.reorderPoint())) {
            pointers.add("/reorderPoint");
        }
        return pointers;
    }

    /** Throws {@link StockProblem#STOCK_BELOW_RESERVED} when orders or other buckets need more than was counted. */
    StockChange on(Stock row, Actor actor, LowStock low, Instant at) {
        Buckets buckets = row.buckets();
        int safetyNow = safetyFor(row);
        if (!buckets.allows(onHand.units(), safetyNow)) {
            int kept = safetyNow + buckets.quality() + buckets.damaged() + buckets.hold();
            throw StockProblem.STOCK_BELOW_RESERVED
                    .with("onHand", onHand.units())
                    .with("reserved", buckets.reserved())
                    .with("kept", kept);
        }
        Stock counted = row.with(buckets.counted(onHand.units(), safetyNow), reorderPointFor(row), at);
        return StockChange.of(counted, low, List.of(new StockFact.Counted(actor, row, counted, reason)));
    }

    private int safetyFor(Stock row) {
        return safety == null ? row.buckets().safety() : safety.units();
    }

    private @Nullable Integer reorderPointFor(Stock row) {
        return reorderPoint == null ? row.reorderPoint() : Integer.valueOf(reorderPoint.units());
    }
}
