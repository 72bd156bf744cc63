package io.niaga.fulfillment.shipment;

import io.niaga.fulfillment.reservation.Address;
import io.niaga.fulfillment.reservation.HeldLine;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.Shipping;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is shipped, from which shelves, how and where.
 *
 * @param address personal data; forgotten when nothing will be shipped
 */
public record Goods(
        List<HeldLine> lines, Shipping shipping, @Nullable Address address) {
    public Goods {
        lines = List.copyOf(lines);
    }

    static Goods of(Reservation reservation, Reservation.OrderFacts order) {
        return new Goods(reservation.lines(), order.shipping(), order.address());
    }

    Goods to(@Nullable Address other) {
        return new Goods(lines, shipping, other);
    }

    /** How many of each SKU, over all lines and shelves. */
    SortedMap<Sku, Quantity> units() {
        SortedMap<Sku, Quantity> units = new TreeMap<>();
        lines.forEach(l -> units.merge(l.stock().sku(), l.quantity(), Quantity::plus));
        return units;
    }
}
