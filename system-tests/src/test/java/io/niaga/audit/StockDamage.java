package io.niaga.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.audit.PlantedDamageTest.Damage;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Damage to stock and reservations. */
final class StockDamage {
    private static final String STOCK = "fulfillment.stock";
    private static final String RESERVATIONS = "fulfillment.reservations";
    private static final String MOVEMENTS = "fulfillment.movements";
    private static final Bson AT_REST = Filters.and(Filters.eq("reserved", 0), Filters.gt("available", 3));

    private StockDamage() {}

    static List<Damage> all() {
        return List.of(
                new Damage(Check.STOCK_BUCKETS, "a unit that is nowhere", w -> {
                    String row = Fields.id(w.one(STOCK, AT_REST));
                    w.add(STOCK, row, "hold", 1);
                    return List.of(row);
                }),
                new Damage(Check.STOCK_BUCKETS, "less than nothing", w -> {
                    String row = Fields.id(w.one(STOCK, AT_REST));
                    w.change(STOCK, row, Updates.combine(Updates.inc("hold", 1), Updates.inc("quality", -1)));
                    return List.of(row);
                }),
                new Damage(Check.STOCK_BUCKETS, "movements of a row that is not there", w -> {
                    String row = "sto_zz/NONE/whs_1";
                    w.in(MOVEMENTS)
                            .insertOne(new Document(w.one(MOVEMENTS, Filters.empty()))
                                    .append("_id", row + "/1")
                                    .append("row", row));
                    return List.of(row);
                }),
                new Damage(Check.STOCK_BUCKETS, "a row is gone, its movements are not", w -> {
                    Document row = w.one(STOCK, AT_REST);
                    w.remove(STOCK, Fields.id(row));
                    return List.of(Fields.id(row));
                }),
                new Damage(Check.STOCK_MOVEMENTS, "a movement is lost", w -> {
                    String row = Fields.id(w.one(STOCK, AT_REST));
                    w.in(MOVEMENTS).deleteMany(Filters.and(Filters.eq("row", row), Filters.eq("reason", "IMPORT")));
                    return List.of(row);
                }),
                new Damage(Check.STOCK_MOVEMENTS, "safety stock without a movement", w -> {
                    String row = Fields.id(w.one(STOCK, AT_REST));
                    w.change(STOCK, row, Updates.combine(Updates.inc("safety", 1), Updates.inc("available", -1)));
                    return List.of(row);
                }),
                new Damage(Check.STOCK_RESERVED, "reserved by nobody", w -> {
                    String row = Fields.id(w.one(STOCK, AT_REST));
                    reserve(w, row, 1);
                    return List.of(row);
                }),
                new Damage(Check.STOCK_RESERVED, "a release forgot the row", w -> {
                    String row = Fields.id(w.one(STOCK, Filters.gt("reserved", 0)));
                    reserve(w, row, -1);
                    return List.of(row);
                }),
                new Damage(Check.RESERVATION_OF_ORDER, "an order that waits lost its stock", w -> {
                    String rsv = w.order("rsv_", "AWAITING_PAYMENT", "VIRTUAL_ACCOUNT");
                    reserve(w, rowOf(w, rsv), -1);
                    w.set(RESERVATIONS, rsv, "state", "RELEASED");
                    return List.of(rsv, "ord_" + Fields.bits(rsv));
                }),
                new Damage(Check.RESERVATION_OF_ORDER, "another quantity than ordered", w -> {
                    String rsv = w.order("rsv_", "AWAITING_PAYMENT", "VIRTUAL_ACCOUNT");
                    reserve(w, rowOf(w, rsv), 1);
                    w.add(RESERVATIONS, rsv, "lines.0.quantity", 1);
                    return List.of(rsv, "ord_" + Fields.bits(rsv));
                }),
                new Damage(Check.RESERVATION_OF_ORDER, "no order", w -> {
                    String row = Fields.id(w.one(STOCK, AT_REST));
                    reserve(w, row, 1);
                    Document line = new Document("line", 1).append("stock", row).append("quantity", 1);
                    w.in(RESERVATIONS)
                            .insertOne(new Document("_id", "rsv_00000000000000000000000000")
                                    .append("state", "HELD")
                                    .append("lines", List.of(line))
                                    .append("changedAt", Date.from(w.now())));
                    return List.of("rsv_00000000000000000000000000");
                }),
                new Damage(Check.RESERVATION_ENDED_ONCE, "its units left twice", w -> {
                    String rsv = w.order("rsv_", "COMPLETED", "CARD");
                    String row = Fields.list(w.byId(RESERVATIONS, rsv), "lines").stream()
                            .map(line -> Fields.text(line, "stock"))
                            .filter(r -> w.byId(STOCK, r).getInteger("available") > 1)
                            .findFirst()
                            .orElseThrow();
                    leaves(w, row, rsv);
                    return List.of(rsv);
                }),
                new Damage(Check.RESERVATION_ENDED_ONCE, "a unit of another SKU left for it too", w -> {
                    String rsv = w.order("rsv_", "COMPLETED", "CARD");
                    List<String> held = Fields.list(w.byId(RESERVATIONS, rsv), "lines").stream()
                            .map(line -> Fields.text(line, "stock"))
                            .toList();
                    String row = Fields.id(w.one(STOCK, Filters.and(AT_REST, Filters.nin("_id", held))));
                    leaves(w, row, rsv);
                    return List.of(rsv);
                }),
                new Damage(Check.RESERVATION_ENDED_ONCE, "units left for a reservation that is not there", w -> {
                    String rsv = "rsv_00000000000000000000000000";
                    leaves(w, Fields.id(w.one(STOCK, AT_REST)), rsv);
                    return List.of(rsv);
                }),
                new Damage(Check.COMMITMENT, "a promise on stock that is only held", w -> {
                    String rsv = w.order("rsv_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    w.set(RESERVATIONS, rsv, "state", "HELD");
                    return List.of("ord_" + Fields.bits(rsv), rsv);
                }),
                new Damage(Check.AVAILABILITY, "the copy of order-service is old", w -> {
                    Document row = w.one(STOCK, AT_REST);
                    w.set("orders.availability", sku(row), "at." + row.getString("warehouseId"), "OUT");
                    return List.of(Fields.id(row));
                }),
                new Damage(Check.AVAILABILITY, "the copy of catalog-service is old", w -> {
                    Document row = w.one(STOCK, AT_REST);
                    w.set(
                            "catalog.availability",
                            sku(row),
                            "warehouses." + row.getString("warehouseId") + ".is",
                            "OUT");
                    return List.of(Fields.id(row));
                }));
    }

    /** A unit of a row goes out under a reservation's name. */
    private static void leaves(World w, String row, String reservation) {
        int last = w.byId(STOCK, row).getInteger("onHand");
        w.in(MOVEMENTS)
                .insertOne(new Document(w.one(MOVEMENTS, Filters.eq("row", row)))
                        .append("_id", row + "/9999")
                        .append("reason", "HAND_OVER")
                        .append("reference", reservation)
                        .append("onHandBefore", last)
                        .append("onHandAfter", last - 1)
                        .append("safetyBefore", 0)
                        .append("safetyAfter", 0));
        w.change(STOCK, row, Updates.combine(Updates.inc("onHand", -1), Updates.inc("available", -1)));
    }

    private static String sku(Document row) {
        return row.getString("storeId") + "/" + row.getString("sku");
    }

    private static String rowOf(World w, String reservation) {
        return Fields.text(
                Fields.list(w.byId(RESERVATIONS, reservation), "lines").getFirst(), "stock");
    }

    private static void reserve(World w, String row, int units) {
        w.change(STOCK, row, Updates.combine(Updates.inc("available", -units), Updates.inc("reserved", units)));
    }
}
