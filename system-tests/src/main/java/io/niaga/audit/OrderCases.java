package io.niaga.audit;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads orders' cases, many at a time, by the ids that follow from their bits. */
final class OrderCases {
    private final Databases databases;
    private final TopicLog topics;
    private final HandOvers handOvers;

    OrderCases(Databases databases, TopicLog topics, HandOvers handOvers) {
        this.databases = databases;
        this.topics = topics;
        this.handOvers = handOvers;
    }

    /** Cases of these bits; {@code orders} are those that are there. */
    List<OrderCase> of(Collection<String> bits, Map<String, Document> orders, Instant now) {
        Map<String, Document> quotes = beside("orders.quotes", "quo_", bits);
        Map<String, Document> reservations = beside("fulfillment.reservations", "rsv_", bits);
        Map<String, Document> fulfillments = beside("fulfillment.fulfillments", "ful_", bits);
        Map<String, Document> payments = beside("payments.payments", "pay_", bits);
        Map<String, Document> holds = beside("loyalty.coupon_holds", "hld_", bits);
        Map<String, Document> facts = beside("reporting.order_facts", "ord_", bits);
        Map<String, Document> members = members(orders.values());
        Map<String, List<Document>> postings = postings(bits);
        List<OrderCase> cases = new ArrayList<>();
        for (String one : bits) {
            Document order = orders.get(one);
            cases.add(new OrderCase(
                    one,
                    order,
                    quotes.get("quo_" + one),
                    reservations.get("rsv_" + one),
                    fulfillments.get("ful_" + one),
                    payments.get("pay_" + one),
                    holds.get("hld_" + one),
                    facts.get("ord_" + one),
                    members.get(memberId(order)),
                    postings.getOrDefault("ord_" + one, List.of()),
                    handOvers.of("rsv_" + one),
                    topics,
                    now));
        }
        return cases;
    }

    /** One case again; when its movements do not fit what they once were, they are read anew. */
    List<OrderCase> again(String bits, Map<String, Document> orders, Instant now) {
        List<OrderCase> known = of(List.of(bits), orders, now);
        if (known.stream().allMatch(ReservationRules::hasEndedOnce)) {
            return known;
        }
        handOvers.readAgain(databases, "rsv_" + bits);
        return of(List.of(bits), orders, now);
    }

    private Map<String, Document> beside(String name, String prefix, Collection<String> bits) {
        return databases.byId(name, bits.stream().map(b -> prefix + b).toList());
    }

    private Map<String, Document> members(Collection<Document> orders) {
        Set<String> ids = new TreeSet<>();
        orders.forEach(order -> ids.add(memberId(order)));
        ids.remove("");
        return ids.isEmpty() ? Map.of() : databases.byId("loyalty.members", ids);
    }

    private static String memberId(@Nullable Document order) {
        String customer = Fields.text(order, "terms.buyer.account");
        return customer.isEmpty() ? "" : "mem_" + Fields.bits(customer);
    }

    private Map<String, List<Document>> postings(Collection<String> bits) {
        UnaryOperator<String> order = b -> "ord_" + b;
        Map<String, List<Document>> postings = new HashMap<>();
        databases
                .of("payments.ledger")
                .find(Filters.in("orderId", bits.stream().map(order).toList()))
                .forEach(d -> postings.computeIfAbsent(Fields.text(d, "orderId"), _ -> new ArrayList<>())
                        .add(d));
        return postings;
    }
}
