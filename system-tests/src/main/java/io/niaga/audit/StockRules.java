package io.niaga.audit;

import java.util.List;

/** A row of stock: its buckets, its movements, its reservations and what was told of it. */
final class StockRules {
    private static final List<String> BUCKETS =
            List.of("available", "reserved", "safety", "quality", "damaged", "hold");

    private StockRules() {}

    static void buckets(StockCase c, Findings found) {
        if (c.row() == null) {
            found.add(Check.STOCK_BUCKETS, "movements or reservations name a row that is not there", c.id());
            return;
        }
        long sum = 0;
        for (String bucket : BUCKETS) {
            long units = Fields.number(c.row(), bucket);
            sum += units;
            found.require(units >= 0, Check.STOCK_BUCKETS, bucket + " is " + units, c.id());
        }
        found.same(sum, Fields.number(c.row(), "onHand"), Check.STOCK_BUCKETS, "what is on hand", c.id());
    }

    static void movements(StockCase c, Findings found) {
        StockCase.Moved moved = c.moved();
        if (c.row() == null) {
            return;
        }
        long onHand = Fields.number(c.row(), "onHand");
        String[] ids = moved.gap().isEmpty() ? new String[] {c.id()} : new String[] {c.id(), moved.gap()};
        found.require(
                moved.onHand() == onHand && moved.gap().isEmpty(),
                Check.STOCK_MOVEMENTS,
                "movements sum up to " + moved.onHand() + ", on hand are " + onHand
                        + (moved.gap().isEmpty() ? "" : ", one begins where none ended"),
                ids);
        found.same(moved.safety(), Fields.number(c.row(), "safety"), Check.STOCK_MOVEMENTS, "the safety stock", c.id());
        if (moved.tellsDamaged()) {
            found.same(
                    moved.damaged(), Fields.number(c.row(), "damaged"), Check.STOCK_MOVEMENTS, "the damaged", c.id());
        }
    }

    static void reserved(StockCase c, Findings found) {
        long row = Fields.number(c.row(), "reserved");
        long most = c.reserved() + c.inMotion();
        found.require(
                row >= c.reserved() && row <= most,
                Check.STOCK_RESERVED,
                "the row says " + row + " are reserved, reservations " + c.reserved()
                        + (c.inMotion() == 0 ? "" : " to " + most),
                c.id());
    }

    static void availability(StockCase c, Findings found) {
        String told = Fields.text(c.row(), "told");
        long available = Fields.number(c.row(), "available");
        if (c.row() == null) {
            return;
        }
        found.same(told, c.told(), Check.AVAILABILITY, "the last word on the topic", c.id());
        found.require(
                told.isEmpty() || (available == 0) == told.equals("OUT"),
                Check.AVAILABILITY,
                available + " are available, told is " + told,
                c.id());
        if (Fields.has(c.row(), "reorderPoint") && available > 0) {
            boolean low = available <= Fields.number(c.row(), "reorderPoint");
            found.same(low ? "LOW" : "IN_STOCK", told, Check.AVAILABILITY, "what is told", c.id());
        }
        found.same(
                c.told(),
                Fields.text(c.orders(), "at." + c.warehouse()),
                Check.AVAILABILITY,
                "the copy of order-service",
                c.id());
        found.same(
                c.told(),
                Fields.text(c.catalog(), "warehouses." + c.warehouse() + ".is"),
                Check.AVAILABILITY,
                "the copy of catalog-service",
                c.id());
    }
}
