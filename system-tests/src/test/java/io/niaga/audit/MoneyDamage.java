package io.niaga.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.audit.PlantedDamageTest.Damage;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Damage to prices, payments and books. */
final class MoneyDamage {
    private static final String PAYMENTS = "payments.payments";
    private static final String LEDGER = "payments.ledger";
    private static final String ORDERS = "orders.orders";
    private static final String QUOTES = "orders.quotes";

    private MoneyDamage() {}

    static List<Damage> all() {
        return List.of(
                new Damage(Check.LEDGER_BALANCE, "a credit is too small", w -> {
                    String id = w.order("pay_", "CONFIRMED", "VIRTUAL_ACCOUNT") + "/capture";
                    w.add(LEDGER, id, "entries.1.amount", -1L);
                    return List.of(id);
                }),
                new Damage(Check.LEDGER_KEYS, "one capture is booked twice", w -> {
                    String payment = w.order("pay_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    String id = payment + "/capture";
                    w.in(LEDGER).insertOne(new Document(w.byId(LEDGER, id)).append("_id", id + "-again"));
                    return List.of(id + "-again", id, payment);
                }),
                new Damage(Check.PAYMENT_LIMITS, "more goes back than came", w -> {
                    Document order = w.one(
                            ORDERS,
                            Filters.and(Filters.eq("state.code", "CANCELLED"), Filters.eq("terms.method", "CARD")));
                    String payment = "pay_" + Fields.bits(Fields.id(order));
                    refund(w, payment, "rfd_00000000000000000000000000", 100L);
                    return List.of(payment);
                }),
                new Damage(Check.RETURNS, "more comes back than was bought", w -> {
                    String order = w.order("ord_", "COMPLETED", "COD");
                    Document line = new Document("line", 1).append("quantity", 9);
                    goods(w, order, new Document("code", "SETTLED"), line);
                    return List.of(order);
                }),
                new Damage(Check.RETURNS, "a settled return's money did not go", w -> {
                    String order = w.order("ord_", "COMPLETED", "COD");
                    Document worth = new Document("goods", new Document("minor", 500L));
                    Document inspection = new Document("worth", worth);
                    Document line = new Document("line", 1).append("quantity", 1);
                    goods(w, order, new Document("code", "SETTLED").append("inspection", inspection), line);
                    return List.of("ret_1", "rfd_1", order);
                }),
                new Damage(Check.ALLOCATIONS, "the taxes of an order's lines do not sum up", w -> {
                    String order = w.order("ord_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    w.add(ORDERS, order, "terms.lines.0.tax.minor", 1L);
                    return List.of(order);
                }),
                new Damage(Check.ALLOCATIONS, "a line of a quote is not its price less its discount", w -> {
                    String quote = w.in(QUOTES).find().map(Fields::id).into(new ArrayList<>()).stream()
                            .filter(id -> w.in(ORDERS).countDocuments(Filters.eq("_id", "ord_" + Fields.bits(id))) == 0)
                            .findFirst()
                            .orElseThrow();
                    w.add(QUOTES, quote, "lines.0.total.minor", 1L);
                    return List.of(quote);
                }),
                new Damage(Check.QUOTED_PRICE, "the quote is gone", w -> {
                    String order = w.order("ord_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    String quote = "quo_" + Fields.bits(order);
                    w.remove(QUOTES, quote);
                    return List.of(order, quote);
                }),
                new Damage(Check.QUOTED_PRICE, "the quote was dearer", w -> {
                    String order = w.order("ord_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    String quote = "quo_" + Fields.bits(order);
                    Document express =
                            Fields.list(w.byId(QUOTES, quote), "options").get(1);
                    long more = Fields.minor(express, "price") - Fields.minor(w.byId(QUOTES, quote), "totals.shipping");
                    w.change(
                            QUOTES,
                            quote,
                            Updates.combine(
                                    Updates.set("shippingOptionId", Fields.text(express, "optionId")),
                                    Updates.inc("totals.shipping.minor", more),
                                    Updates.inc("totals.total.minor", more)));
                    return List.of(order, quote);
                }),
                new Damage(Check.ORDER_PAYMENT, "a cancelled order can still be paid", w -> {
                    Document order = w.one(
                            ORDERS,
                            Filters.and(
                                    Filters.eq("state.code", "CANCELLED"),
                                    Filters.eq("terms.method", "VIRTUAL_ACCOUNT"),
                                    Filters.eq("payment.late", false)));
                    String payment = "pay_" + Fields.bits(Fields.id(order));
                    w.set(PAYMENTS, payment, "state", new Document("name", "PENDING"));
                    return List.of(Fields.id(order), payment);
                }),
                new Damage(Check.ORDER_PAYMENT, "another amount than the order's", w -> {
                    String payment = w.order("pay_", "AWAITING_PAYMENT", "VIRTUAL_ACCOUNT");
                    w.add(PAYMENTS, payment, "amount", 1L);
                    return List.of(payment, "ord_" + Fields.bits(payment));
                }),
                new Damage(Check.ORDER_PAYMENT, "no order", w -> {
                    w.in(PAYMENTS)
                            .insertOne(new Document("_id", "pay_00000000000000000000000000")
                                    .append("state", new Document("name", "PENDING"))
                                    .append("refunds", List.of()));
                    return List.of("pay_00000000000000000000000000");
                }),
                new Damage(Check.PAYMENT_LEDGER, "another amount is booked", w -> {
                    String payment = w.order("pay_", "CONFIRMED", "VIRTUAL_ACCOUNT");
                    w.change(
                            LEDGER,
                            payment + "/capture",
                            Updates.combine(Updates.inc("entries.0.amount", 1L), Updates.inc("entries.1.amount", 1L)));
                    return List.of(payment + "/capture", payment);
                }),
                new Damage(Check.TRIAL_BALANCE, "money is shown as unmatched that is in no book", w -> {
                    w.answer(
                            "/v1/ledger/reconciliation",
                            "\"suspense\":{\"amount\":\"0.00\"",
                            "\"suspense\":{\"amount\":\"5.00\"");
                    return List.of("IDR", "suspense");
                }),
                new Damage(Check.TRIAL_BALANCE, "the API shows another sum", w -> {
                    w.answer(
                            "trial-balance",
                            "{\"account\":\"clearing:sandbox\",\"debit\":{\"amount\":\"",
                            "{\"account\":\"clearing:sandbox\",\"debit\":{\"amount\":\"1");
                    return List.of("IDR", "clearing:sandbox");
                }));
    }

    private static void goods(World w, String order, Document state, Document line) {
        Document goods =
                new Document("_id", "ret_1").append("lines", List.of(line)).append("state", state);
        w.set(ORDERS, order, "returns", List.of(goods));
    }

    private static void refund(World w, String payment, String id, long amount) {
        w.change(
                PAYMENTS,
                payment,
                Updates.push(
                        "refunds",
                        new Document("id", id)
                                .append("amount", amount)
                                .append("reason", "OTHER")
                                .append("state", "SUCCEEDED")
                                .append("requestedAt", Date.from(w.now()))));
        Document booked = w.one(LEDGER, Filters.and(Filters.eq("paymentId", payment), Filters.eq("kind", "REFUND")));
        w.in(LEDGER).insertOne(new Document(booked).append("_id", id + "/refund"));
        w.change(
                LEDGER,
                id + "/refund",
                Updates.combine(Updates.set("entries.0.amount", amount), Updates.set("entries.1.amount", amount)));
    }
}
