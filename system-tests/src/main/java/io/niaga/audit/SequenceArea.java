package io.niaga.audit;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Aggregates whose every event is on a topic, or was written down beside them: no number is missing up to the last. */
final class SequenceArea implements Area {
    /** How often a person may be called for a return, or called off; its timeline does not tell. */
    private static final int CALLS_FOR_A_RETURN = 3;

    private static final String ORDERS = "orders.orders";
    private static final String PAYMENTS = "payments.payments";
    private static final String MEMBERS = "loyalty.members";

    /** What each collection's aggregates are called on topics. */
    private static final Map<String, String> SOURCES = Map.of(
            ORDERS,
            "/order-service/orders",
            PAYMENTS,
            "/payment-service/payments",
            MEMBERS,
            "/loyalty-service/members",
            "fulfillment.fulfillments",
            "/fulfillment-service/fulfillments",
            "loyalty.coupon_holds",
            "/loyalty-service/coupon_holds",
            "loyalty.coupons",
            "/loyalty-service/coupons",
            "users.accounts",
            "/user-service/accounts");

    private final Databases databases;
    private final TopicLog topics;

    SequenceArea(Databases databases, TopicLog topics) {
        this.databases = databases;
        this.topics = topics;
    }

    @Override
    public void all(Outcome outcome) {
        Set<String> forgetful = topics.forgetful();
        for (String collection : SOURCES.keySet()) {
            databases.pages(
                    collection,
                    Databases.only("outboxSeq", "orderId", "listed", "returns._id", "timeline.type"),
                    page -> {
                        outcome.looked("event sequences", page.size());
                        judge(collection, page, forgetful)
                                .forEach((id, found) -> outcome.suspect(collection + " " + id, found));
                    });
        }
    }

    private Map<String, List<Violation>> judge(String collection, List<Document> page, Set<String> forgetful) {
        String source = SOURCES.getOrDefault(collection, "");
        Map<String, BitSet> missing = new HashMap<>();
        Map<String, List<Violation>> found = new HashMap<>();
        for (Document one : page) {
            String id = Fields.id(one);
            int last = Math.toIntExact(Fields.number(one, "outboxSeq"));
            BitSet seen = topics.sequences(source, id);
            if (seen.length() - 1 > last) {
                found.put(id, wrong(id, "a topic has event " + (seen.length() - 1) + ", the last one told is " + last));
            }
            BitSet gaps = new BitSet();
            gaps.set(1, last + 1);
            gaps.andNot(seen);
            if (!gaps.isEmpty() && !topics.mayHaveForgotten(source, id, forgetful)) {
                missing.put(id, gaps);
            }
        }
        explain(collection, page, missing);
        missing.forEach((id, gaps) -> {
            if (!gaps.isEmpty()) {
                found.put(id, wrong(id, "events " + gaps + " are on no topic"));
            }
        });
        return found;
    }

    private static List<Violation> wrong(String id, String says) {
        return List.of(new Violation(Check.SEQUENCES, List.of(id), says));
    }

    /** Takes away what was told to writers of the same service. */
    private void explain(String collection, List<Document> page, Map<String, BitSet> missing) {
        if (missing.isEmpty()) {
            return;
        }
        switch (collection) {
            case ORDERS -> page.forEach(order -> listed(order, missing));
            case PAYMENTS -> {
                List<String> orders =
                        page.stream().map(d -> Fields.text(d, "orderId")).toList();
                databases
                        .of("payments.ledger")
                        .find(Filters.in("orderId", orders))
                        .forEach(posting -> one(Fields.text(posting, "paymentId"), missing));
            }
            case MEMBERS ->
                databases
                        .of("loyalty.points_entries")
                        .find(Filters.in("memberId", new ArrayList<>(missing.keySet())))
                        .projection(Databases.only("memberId", "position"))
                        .forEach(entry -> missing.getOrDefault(Fields.text(entry, "memberId"), new BitSet())
                                .clear(Math.toIntExact(Fields.number(entry, "position"))));
            default -> {}
        }
    }

    /** An order that was placed closes its cart; a return is entered in the list whenever it moves, and when it was booked. */
    private static void listed(Document order, Map<String, BitSet> missing) {
        boolean placed = Fields.text(order, "listed").equals("true");
        int most = placed ? 1 + moves(order) + Fields.list(order, "returns").size() * CALLS_FOR_A_RETURN : 0;
        for (int i = 0; i < most; i++) {
            one(Fields.id(order), missing);
        }
    }

    private static int moves(Document order) {
        List<String> moves = Fields.list(order, "timeline").stream()
                .map(moment -> Fields.text(moment, "type"))
                .filter(type -> type.startsWith("RETURN_"))
                .toList();
        return moves.size() + Collections.frequency(moves, "RETURN_INSPECTED");
    }

    /** Which number it had is not written down; one is explained by each. */
    private static void one(String id, Map<String, BitSet> missing) {
        BitSet gaps = missing.get(id);
        if (gaps != null && !gaps.isEmpty()) {
            gaps.clear(gaps.nextSetBit(0));
        }
    }

    @Override
    public List<Violation> again(String key) {
        int space = key.indexOf(' ');
        String collection = key.substring(0, space);
        String id = key.substring(space + 1);
        List<Document> found =
                List.copyOf(databases.byId(collection, List.of(id)).values());
        return judge(collection, found, topics.forgetful()).getOrDefault(id, List.of());
    }
}
