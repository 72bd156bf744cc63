package io.niaga.fulfillment.promise;

import io.niaga.fulfillment.stock.Availability;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import java.util.List;

/** How an order could be shipped, and whether its goods are there as of now; nothing is reserved by it. */
public record Promise(List<ShippingOption> options, List<Line> lines) {
    public Promise {
        options = List.copyOf(options);
        lines = List.copyOf(lines);
    }

    /** A wanted SKU: what can be had of it in all warehouses together, and the best class of any. */
    public record Line(Sku sku, Quantity available, Availability availability) {}
}
