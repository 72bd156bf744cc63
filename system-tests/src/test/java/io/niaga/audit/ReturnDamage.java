package io.niaga.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.audit.PlantedDamageTest.Damage;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Goods that came back, and damage to what is known of them. */
final class ReturnDamage {
    private static final String ORDERS = "orders.orders";
    private static final String FULFILLMENTS = "fulfillment.fulfillments";
    private static final String PAYMENTS = "payments.payments";
    private static final String RESTOCKS = "fulfillment.restocks";
    private static final String MOVEMENTS = "fulfillment.movements";
    private static final String STOCK = "fulfillment.stock";
    private static final String RETURN = "ret_1";

    private ReturnDamage() {}

    static List<Damage> all() {
        return List.of(
                new Damage(Check.RESTOCKS, "a damaged unit is to be sold again", w -> {
                    String order = returned(w);
                    w.change(
                            RESTOCKS,
                            RETURN,
                            Updates.combine(Updates.set("parts.0.resellable", 2), Updates.set("parts.0.damaged", 0)));
                    return List.of(RETURN, order);
                }),
                new Damage(Check.RESTOCKS, "a settled return was never booked", w -> {
                    String order = returned(w);
                    w.remove(RESTOCKS, RETURN);
                    return List.of(RETURN, order);
                }),
                new Damage(Check.RESTOCKS, "what nobody sent back was booked", w -> {
                    String order = returned(w);
                    w.set(ORDERS, order, "returns", List.of());
                    return List.of(RETURN, order);
                }),
                new Damage(Check.RESTOCKS, "its units came in twice", w -> {
                    String order = returned(w);
                    String row = Fields.text(
                            Fields.list(w.byId(RESTOCKS, RETURN), "parts").getFirst(), "row");
                    comesIn(w, row, RETURN, 9999);
                    return List.of(RETURN, order);
                }),
                new Damage(Check.RESTOCKS, "what was delivered came back undelivered", w -> {
                    String restock = w.order("ret_", "COMPLETED", "CARD");
                    String row = row(w, "rsv_" + Fields.bits(restock));
                    restocked(w, restock, row);
                    return List.of(restock, "ord_" + Fields.bits(restock));
                }),
                new Damage(Check.RESTOCKS, "what is in the warehouse again is in no book", w -> {
                    String order = neverArrived(w);
                    w.set(FULFILLMENTS, "ful_" + Fields.bits(order), "state", "RECEIVED_BACK");
                    w.record("ful_" + Fields.bits(order), "parcel.lost.v1").put("type", "fulfillment.received-back.v1");
                    return List.of("ret_" + Fields.bits(order), order);
                }),
                new Damage(Check.FULFILLMENT_OF_ORDER, "an order failed whose parcel is still on its way back", w -> {
                    String order = neverArrived(w);
                    w.set(FULFILLMENTS, "ful_" + Fields.bits(order), "state", "RETURN_TO_SENDER");
                    return List.of("ful_" + Fields.bits(order), order);
                }),
                new Damage(Check.ORDER_PAYMENT, "cash is to be collected for what never arrives", w -> {
                    String order = neverArrived(w);
                    w.set(PAYMENTS, "pay_" + Fields.bits(order), "state.name", "TO_COLLECT");
                    return List.of(order, "pay_" + Fields.bits(order));
                }),
                new Damage(Check.SALES, "what never arrived counts as sold", w -> {
                    String order = neverArrived(w);
                    w.change("reporting.order_facts", order, Updates.unset("cancelledAt"));
                    return List.of(order);
                }));
    }

    /** Of an order that was delivered a resellable and a damaged unit came back; nothing is wrong. */
    static String returned(World w) {
        String order = w.order("ord_", "COMPLETED", "CARD");
        String row = row(w, "rsv_" + Fields.bits(order));
        Document found = new Document("line", 1L)
                .append("resellable", 1)
                .append("damaged", 1)
                .append("missing", 0)
                .append("units", 0);
        Document none = new Document("minor", 0L).append("currency", "IDR");
        Document inspection = new Document("at", Date.from(w.now()))
                .append("lines", List.of(found))
                .append("worth", new Document("goods", none).append("shipping", none));
        w.set(
                ORDERS,
                order,
                "returns",
                List.of(new Document("_id", RETURN)
                        .append("lines", List.of(new Document("line", 1L).append("quantity", 2)))
                        .append(
                                "state",
                                new Document("code", "SETTLED")
                                        .append("restocked", true)
                                        .append("inspection", inspection))));
        restocked(w, RETURN, row);
        w.set(RESTOCKS, RETURN, "orderId", order);
        return order;
    }

    /** An order to be paid in cash whose parcel was lost; nothing is wrong. */
    static String neverArrived(World w) {
        String order = w.order("ord_", "COMPLETED", "COD");
        String bits = Fields.bits(order);
        w.set(ORDERS, order, "state", new Document("code", "PROMISE_FAILED").append("broken", "LOST"));
        w.record(order, "order.completed.v1").put("type", "order.promise-failed.v1");
        w.set(FULFILLMENTS, "ful_" + bits, "state", "LOST");
        w.record("ful_" + bits, "parcel.delivered.v1").put("type", "parcel.lost.v1");
        w.set(PAYMENTS, "pay_" + bits, "state", new Document("name", "CANCELLED"));
        w.record("pay_" + bits, "payment.captured.v1").put("type", "payment.cancelled.v1");
        // The booking of the money was the last that it told, to its own service.
        w.remove("payments.ledger", "pay_" + bits + "/capture");
        w.add(PAYMENTS, "pay_" + bits, "outboxSeq", -1L);
        w.set("reporting.order_facts", order, "cancelledAt", Date.from(w.now()));
        w.in("loyalty.members")
                .updateOne(Filters.eq("buckets.orderId", order), Updates.set("buckets.$.state", "CANCELLED"));
        w.in("loyalty.points_entries")
                .updateOne(
                        Filters.and(Filters.eq("orderId", order), Filters.eq("kind", "EARNED")),
                        Updates.set("kind", "CANCELLED"));
        return order;
    }

    /** A row of the reservation that has something to be sold before and after. */
    private static String row(World w, String reservation) {
        return Fields.list(w.byId("fulfillment.reservations", reservation), "lines").stream()
                .map(line -> Fields.text(line, "stock"))
                .filter(row -> w.byId(STOCK, row).getInteger("available") > 3)
                .findFirst()
                .orElseThrow();
    }

    private static void restocked(World w, String restock, String row) {
        w.in(RESTOCKS)
                .insertOne(new Document("_id", restock)
                        .append("orderId", "ord_" + Fields.bits(restock))
                        .append("state", "RESTOCKED")
                        .append(
                                "parts",
                                List.of(new Document("line", 1)
                                        .append("row", row)
                                        .append("resellable", 1)
                                        .append("damaged", 1)))
                        .append("changedAt", Date.from(w.now())));
        comesIn(w, row, restock, 9998);
    }

    /** A unit to be sold again and a damaged one. */
    private static void comesIn(World w, String row, String restock, int number) {
        Document stock = w.byId(STOCK, row);
        int onHand = stock.getInteger("onHand");
        int damaged = stock.getInteger("damaged");
        w.in(MOVEMENTS)
                .insertOne(new Document(w.one(MOVEMENTS, Filters.eq("row", row)))
                        .append("_id", row + "/" + number)
                        .append("reason", "RETURN")
                        .append("reference", restock)
                        .append("onHandBefore", onHand)
                        .append("onHandAfter", onHand + 2)
                        .append("damagedBefore", damaged)
                        .append("damagedAfter", damaged + 1));
        w.change(
                STOCK,
                row,
                Updates.combine(Updates.inc("onHand", 2), Updates.inc("available", 1), Updates.inc("damaged", 1)));
    }
}
