package io.niaga.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.audit.PlantedDamageTest.Damage;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** Damage to what is under way, to lists and projections. */
final class ProcessDamage {
    private static final String ORDERS = "orders.orders";

    private ProcessDamage() {}

    static List<Damage> all() {
        return List.of(
                new Damage(Check.DEADLINES, "nobody looks at an order that waits", w -> {
                    String order = w.order("ord_", "AWAITING_PAYMENT", "VIRTUAL_ACCOUNT");
                    w.change(ORDERS, order, Updates.unset("due"));
                    return List.of(order);
                }),
                new Damage(Check.DEADLINES, "a step is open at rest", w -> {
                    String order = w.order("ord_", "COMPLETED", "COD");
                    w.change(
                            ORDERS,
                            order,
                            Updates.combine(
                                    Updates.set("work.open", List.of("RELEASE")), Updates.set("due", ago(w, 10))));
                    return List.of(order);
                }),
                new Damage(Check.DEADLINES, "the end of a charge is unknown for long", w -> {
                    String payment = w.order("pay_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    w.set("payments.payments", payment, "unresolvedSince", ago(w, 10));
                    return List.of(payment);
                }),
                new Damage(Check.DEADLINES, "a provider's event is not applied", w -> {
                    Document event = w.one("payments.provider_events", Filters.empty());
                    w.set("payments.provider_events", Fields.id(event), "openSince", ago(w, 10));
                    return List.of(Fields.id(event));
                }),
                new Damage(Check.DEADLINES, "a reservation is half taken", w -> {
                    String id = "rsv_00000000000000000000000000";
                    w.in("fulfillment.reservations")
                            .insertOne(new Document("_id", id)
                                    .append("state", "PENDING")
                                    .append("lines", List.of())
                                    .append("changedAt", ago(w, 10)));
                    String like = w.order("ord_", "AWAITING_PAYMENT", "VIRTUAL_ACCOUNT");
                    w.in(ORDERS)
                            .insertOne(new Document(w.byId(ORDERS, like))
                                    .append("_id", "ord_" + Fields.bits(id))
                                    .append("state", new Document("code", "PLACING"))
                                    .append("work", new Document("open", List.of("RESERVE")))
                                    .append("due", Date.from(w.now()))
                                    .append("outboxSeq", 0L)
                                    .append("listed", false));
                    w.set(ORDERS, "ord_" + Fields.bits(id), "terms.placementKey", "another");
                    w.in("orders.quotes")
                            .insertOne(new Document(w.byId("orders.quotes", "quo_" + Fields.bits(like)))
                                    .append("_id", "quo_" + Fields.bits(id)));
                    return List.of(id);
                }),
                new Damage(Check.DEADLINES, "a restock is half done", w -> {
                    w.in("fulfillment.restocks")
                            .insertOne(new Document("_id", "ret_1")
                                    .append("state", "RESTOCKING")
                                    .append("changedAt", ago(w, 10)));
                    return List.of("ret_1");
                }),
                new Damage(Check.DEADLINES, "nobody was called for a return that waits too long", w -> {
                    String order = w.order("ord_", "COMPLETED", "COD");
                    Document state = new Document("code", "APPROVED").append("until", ago(w, 10));
                    w.set(ORDERS, order, "returns", List.of(new Document("_id", "ret_1").append("state", state)));
                    return List.of("ret_1", order);
                }),
                new Damage(Check.DEADLINES, "a step is tried for ever", w -> {
                    String order = w.order("ord_", "COMPLETED", "COD");
                    w.change(
                            ORDERS,
                            order,
                            Updates.combine(
                                    Updates.set("work.open", List.of("RELEASE")),
                                    Updates.set("work.attempts", 9),
                                    Updates.set("due", Date.from(w.now()))));
                    return List.of(order);
                }),
                new Damage(Check.DEADLINES, "nobody goes on with a return that was inspected", w -> {
                    String order = inspected(w, 0);
                    w.change(ORDERS, order, Updates.unset("due"));
                    return List.of("ret_1", order);
                }),
                new Damage(Check.DEADLINES, "the step of a return is tried for ever", w -> {
                    String order = inspected(w, 9);
                    return List.of("ret_1", order);
                }),
                new Damage(Check.DEADLINES, "nobody looks for its units on the shelves", w -> {
                    String fulfillment = w.order("ful_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    w.set("fulfillment.fulfillments", fulfillment, "state", "PAYMENT_ASSURED");
                    return List.of(fulfillment);
                }),
                new Damage(Check.DEADLINES, "an import does not end", w -> {
                    Document job = w.one("catalog.imports", Filters.empty());
                    w.change(
                            "catalog.imports",
                            Fields.id(job),
                            Updates.combine(Updates.set("state.is", "RUNNING"), Updates.set("createdAt", ago(w, 600))));
                    return List.of(Fields.id(job));
                }),
                new Damage(Check.PLACED_ONCE, "one request, two orders", w -> {
                    String first = w.order("ord_", "COMPLETED", "COD");
                    String second = w.order("ord_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    String key = Fields.text(w.byId(ORDERS, first), "terms.placementKey");
                    w.set(ORDERS, second, "terms.placementKey", key);
                    return first.compareTo(second) < 0 ? List.of(second, first) : List.of(first, second);
                }),
                new Damage(Check.FULFILLMENT_OF_ORDER, "nobody is going to send it", w -> {
                    String fulfillment = w.order("ful_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    w.set("fulfillment.fulfillments", fulfillment, "state", "CANCELLED");
                    return List.of(fulfillment, "ord_" + Fields.bits(fulfillment));
                }),
                new Damage(Check.FULFILLMENT_OF_ORDER, "other units than reserved are sent", w -> {
                    String fulfillment = w.order("ful_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    w.add("fulfillment.fulfillments", fulfillment, "goods.lines.0.quantity", 1);
                    return List.of(fulfillment, "rsv_" + Fields.bits(fulfillment));
                }),
                new Damage(Check.ORDER_LIST, "it is in another store's list", w -> {
                    String order = w.order("ord_", "COMPLETED", "COD");
                    w.set(ORDERS, order, "store", "sto_other");
                    return List.of(order);
                }),
                new Damage(Check.PRODUCT_STATE, "a price was not told", w -> {
                    String product = Fields.id(w.one("catalog.products", Filters.empty()));
                    w.add("catalog.products", product, "variants.0.price", 100L);
                    return List.of(product);
                }),
                new Damage(Check.PRODUCT_STATE, "a product was taken down silently", w -> {
                    String product = Fields.id(w.one("catalog.products", Filters.empty()));
                    w.set("catalog.products", product, "state", "UNPUBLISHED");
                    return List.of(product);
                }),
                new Damage(Check.STORES, "the catalog's copy of a store has another tax", w -> {
                    Document store = w.one("catalog.stores", Filters.empty());
                    w.add("catalog.stores", Fields.id(store), "taxRate", 100L);
                    return List.of(Fields.id(store));
                }),
                new Damage(Check.STORES, "reporting-service has another zone for a store", w -> {
                    Document store = w.one("reporting.stores", Filters.empty());
                    w.set("reporting.stores", Fields.id(store), "zone", "Europe/Berlin");
                    return List.of(Fields.id(store));
                }),
                new Damage(Check.STORES, "payment-service takes another currency for a store", w -> {
                    Document store = w.one("payments.store_currencies", Filters.empty());
                    w.set("payments.store_currencies", Fields.id(store), "currency", "EUR");
                    return List.of(Fields.id(store));
                }),
                new Damage(Check.ANSWERS, "an order is shown in another state", w -> {
                    w.answer("/v1/orders", "\"AWAITING_PAYMENT\"", "\"CONFIRMED\"");
                    return List.of(w.order("ord_", "AWAITING_PAYMENT", "VIRTUAL_ACCOUNT"));
                }),
                new Damage(Check.ANSWERS, "more stock is shown than there is", w -> {
                    String row = Fields.id(Objects.requireNonNull(w.in("fulfillment.stock")
                            .find()
                            .sort(Sorts.ascending("_id"))
                            .first()));
                    w.answer("/v1/stock", "\"available\":", "\"available\":1");
                    return List.of(row);
                }),
                new Damage(Check.ANSWERS, "the report of sales has units that were not sold", w -> {
                    w.answer("/v1/reports/sales", "\"units\":", "\"units\":1");
                    return List.of(Fields.id(w.one("reporting.sales_days", Filters.empty())) + " IDR units");
                }),
                new Damage(Check.SHOP, "the shop does not show a product", w -> {
                    String product = Fields.id(w.one("catalog.products", Filters.empty()));
                    w.hide(product);
                    return List.of(product);
                }),
                new Damage(Check.SHOP, "the shop shows another price", w -> {
                    Document item = w.withApi().shown().getFirst();
                    String price = Fields.text(item, "price.amount");
                    w.answer("/v1/products", "\"amount\":\"" + price, "\"amount\":\"1" + price);
                    return List.of(item.getString("id"), item.getString("sku"));
                }),
                new Damage(Check.SALES, "the projection of an order has another total", w -> {
                    String order = w.order("ord_", "COMPLETED", "COD");
                    w.add("reporting.order_facts", order, "sale.total", 1L);
                    return List.of(order);
                }),
                new Damage(Check.SALES, "a refund is missing", w -> {
                    Document fact = w.one("reporting.order_facts", Filters.exists("cancelledAt"));
                    w.set("reporting.order_facts", Fields.id(fact), "refunds", List.of());
                    Document day = w.one("reporting.sales_days", Filters.empty());
                    w.add("reporting.sales_days", Fields.id(day), "marks", 1L);
                    return List.of(Fields.id(fact));
                }),
                new Damage(Check.SALES, "a folded day is wrong", w -> {
                    Document day = w.one("reporting.sales_days", Filters.empty());
                    w.add("reporting.sales_days", Fields.id(day), "rows.0.units", 1L);
                    return List.of(Fields.id(day));
                }));
    }

    /** An order with a return that was looked at and is to be booked; answers the order. */
    static String inspected(World w, int attempts) {
        String order = w.order("ord_", "COMPLETED", "CARD");
        Document goods = new Document("_id", "ret_1")
                .append("state", new Document("code", "INSPECTED"))
                .append("attempts", attempts);
        w.change(
                ORDERS,
                order,
                Updates.combine(Updates.set("returns", List.of(goods)), Updates.set("due", Date.from(w.now()))));
        return order;
    }

    static Date ago(World w, long minutes) {
        return Date.from(w.now().minus(Duration.ofMinutes(minutes)));
    }
}
