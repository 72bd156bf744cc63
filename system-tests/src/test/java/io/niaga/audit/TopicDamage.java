package io.niaga.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.audit.PlantedDamageTest.Damage;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bson.Document;

/** Damage to topics and outboxes. */
final class TopicDamage {
    private static final String ORDERS = "orders.orders";

    private TopicDamage() {}

    static List<Damage> all() {
        return List.of(
                new Damage(Check.OUTBOX, "an event waits for long", w -> {
                    String payment = w.order("pay_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    w.change(
                            "payments.payments",
                            payment,
                            Updates.combine(
                                    Updates.push("outbox", new Document("seq", 9L)),
                                    Updates.set("outboxDue", ProcessDamage.ago(w, 10))));
                    return List.of(payment);
                }),
                new Damage(Check.OUTBOX, "nobody looks after an event", w -> {
                    String row = Fields.id(w.one("fulfillment.stock", Filters.empty()));
                    w.change("fulfillment.stock", row, Updates.push("outbox", new Document("seq", 9L)));
                    return List.of(row);
                }),
                new Damage(Check.SEQUENCES, "an event was never published", w -> {
                    String order = w.order("ord_", "IN_FULFILLMENT", "CARD");
                    w.records.remove(w.record(order, "order.changed.v1"));
                    return List.of(order);
                }),
                new Damage(Check.SEQUENCES, "a topic knows more than the aggregate", w -> {
                    String payment = w.order("pay_", "AWAITING_PAYMENT", "VIRTUAL_ACCOUNT");
                    w.add("payments.payments", payment, "outboxSeq", -1L);
                    w.in("payments.payments")
                            .updateOne(Filters.eq("_id", payment), Updates.set("state.name", "PENDING"));
                    return List.of(payment);
                }),
                new Damage(Check.SEQUENCES, "events stand in the wrong order", w -> {
                    String order = w.order("ord_", "IN_FULFILLMENT", "CARD");
                    Document first = w.record(order, "order.placed.v1");
                    w.records.remove(first);
                    w.records.add(new Document(first).append("place", "niaga.order.v1/0/9999"));
                    return List.of(order, "niaga.order.v1/0/9999");
                }),
                new Damage(Check.SEQUENCES, "an event has a number that no aggregate comes to", TopicDamage::beyond),
                new Damage(Check.EVENTS_OF_ORDER, "that it was completed was told as something else", w -> {
                    String order = w.order("ord_", "COMPLETED", "COD");
                    w.record(order, "order.completed.v1").append("type", "order.changed.v1");
                    return List.of(order, order);
                }),
                new Damage(Check.EVENTS_OF_ORDER, "that the parcel went was told as something else", w -> {
                    String fulfillment = w.order("ful_", "COMPLETED", "COD");
                    w.record(fulfillment, "handed-over.v1").append("type", "fulfillment.packed.v1");
                    return List.of(fulfillment, "ord_" + Fields.bits(fulfillment));
                }),
                new Damage(Check.SEQUENCES, "events of an order with a return were never published", w -> {
                    String order = requested(w);
                    w.add(ORDERS, order, "outboxSeq", 4L);
                    return List.of(order);
                }),
                new Damage(Check.EVENTS_OF_ORDER, "that a return was approved was told as something else", w -> {
                    String order = requested(w);
                    w.record(order, "return.approved.v1").append("type", "order.changed.v1");
                    return List.of("ret_1", order);
                }),
                new Damage(Check.AUDIT_TRAIL, "an entry is gone", w -> {
                    Document told = w.records.stream()
                            .filter(r -> "niaga.audit.v1".equals(r.get("topic")))
                            .findFirst()
                            .orElseThrow();
                    String id = Document.parse(told.getString("value")).getString("entryId");
                    w.remove("users.audit_entries", id);
                    return List.of(id, told.getString("place"));
                }),
                personal("a field for a phone number", "\"orderId\"", "\"phone\":\"0\",\"orderId\""),
                personal("a mail address", "\"orderId\"", "\"note\":\"somebody@example.com\",\"orderId\""),
                personal(
                        "a name in an address that came later",
                        "\"orderId\"",
                        "\"note\":\"Rina Wijaya\",\"orderId\"",
                        w -> {
                            String order = w.order("ord_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                            w.set("orders.orders", order, "destination.wanted.recipient", "Rina Wijaya");
                        }),
                personal("a customer's name", "\"orderId\"", "\"note\":\"Budi Santoso\",\"orderId\""));
    }

    /** An event of an order with a number beyond all that were told. */
    private static List<String> beyond(World w) {
        String order = w.order("ord_", "COMPLETED", "COD");
        String place = "niaga.order.v1/0/9999";
        w.records.add(new Document(w.record(order, "order.placed.v1"))
                .append("place", place)
                .append("sequence", Sequences.MOST + 1));
        return List.of(order, place);
    }

    /** An order with a return that was approved, told as it is; nothing is wrong. */
    static String requested(World w) {
        String order = w.order("ord_", "COMPLETED", "CARD");
        Document state = new Document("code", "APPROVED")
                .append("until", Date.from(w.now().plus(Duration.ofDays(7))));
        w.set(ORDERS, order, "returns", List.of(new Document("_id", "ret_1").append("state", state)));
        long last = Fields.number(w.byId(ORDERS, order), "outboxSeq");
        for (String move : List.of("requested", "approved")) {
            Document moment = new Document("type", "RETURN_" + move.toUpperCase(Locale.ROOT))
                    .append("details", new Document("returnId", "ret_1"));
            w.change(ORDERS, order, Updates.combine(Updates.push("timeline", moment), Updates.inc("outboxSeq", 2L)));
            last += 2; // Its list heard of it first.
            w.records.add(new Document(w.record(order, "order.placed.v1"))
                    .append("place", "niaga.order.v1/0/" + (9000 + last))
                    .append("type", "return." + move + ".v1")
                    .append("sequence", last)
                    .append("value", "{\"returnId\":\"ret_1\"}"));
        }
        return order;
    }

    private static Damage personal(String what, String from, String to) {
        return personal(what, from, to, _ -> {});
    }

    private static Damage personal(String what, String from, String to, Consumer<World> before) {
        return new Damage(Check.PERSONAL_DATA, what, w -> {
            before.accept(w);
            String order = w.order("ord_", "COMPLETED", "COD");
            Document told = w.record(order, "order.placed.v1");
            told.append("value", told.getString("value").replaceFirst(from, to));
            return List.of(order, told.getString("place"));
        });
    }
}
