package io.niaga.orders.offer;

import java.util.Collection;
import java.util.Comparator;

/** Whether a SKU can be had, from worst to best. A hint: only placing an order decides. */
public enum Availability {
    OUT,
    LOW,
    IN_STOCK;

    /** The best of a SKU's warehouses; what no warehouse knows is out. */
    public static Availability best(Collection<Availability> perWarehouse) {
        return perWarehouse.stream().max(Comparator.naturalOrder()).orElse(OUT);
    }
}
