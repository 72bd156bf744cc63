package io.niaga.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** What came back: restocks with the returns that they are of, and returns whose restock is not there. */
final class RestockArea implements Area {
    private static final String RESTOCKS = "fulfillment.restocks";
    private static final String ORDERS = "orders.orders";
    private static final String FULFILLMENTS = "fulfillment.fulfillments";
    private static final List<Rule<RestockCase>> RULES = List.of(RestockRules::booked, RestockRules::moved);
    private final Databases databases;
    private final HandOvers handOvers;

    /** @param handOvers what movements say came in; knows it once stock was looked at */
    RestockArea(Databases databases, HandOvers handOvers) {
        this.databases = databases;
        this.handOvers = handOvers;
    }

    /** A return and the order that it is of. */
    private record Key(String id, String orderId) {
        static Key of(String text) {
            int gap = text.indexOf(' ');
            return new Key(text.substring(0, gap), text.substring(gap + 1));
        }

        @Override
        public String toString() {
            return id + " " + orderId;
        }
    }

    @Override
    public void all(Outcome outcome) {
        databases.pages(RESTOCKS, page -> {
            outcome.looked("restocks", page.size());
            judge(
                    page.stream()
                            .map(restock -> new Key(Fields.id(restock), Fields.text(restock, "orderId")))
                            .toList(),
                    outcome);
        });
        databases.pages(ORDERS, Databases.only("returns"), page -> {
            Set<Key> inspected = new HashSet<>();
            page.forEach(order -> Fields.list(order, "returns").stream()
                    .filter(goods -> Fields.has(goods, "state.inspection"))
                    .forEach(goods -> inspected.add(new Key(Fields.id(goods), Fields.id(order)))));
            judge(missing(inspected), outcome);
        });
        databases.pages(FULFILLMENTS, Databases.only("state"), page -> {
            Set<Key> back = page.stream()
                    .filter(f -> Fields.text(f, "state").equals("RECEIVED_BACK"))
                    .map(f -> Fields.bits(Fields.id(f)))
                    .map(bits -> new Key("ret_" + bits, "ord_" + bits))
                    .collect(Collectors.toSet());
            judge(missing(back), outcome);
        });
    }

    private Collection<Key> missing(Set<Key> wanted) {
        if (wanted.isEmpty()) {
            return wanted;
        }
        Set<String> there = databases
                .byId(RESTOCKS, wanted.stream().map(Key::id).toList(), Databases.only("_id"))
                .keySet();
        return wanted.stream().filter(key -> !there.contains(key.id())).toList();
    }

    private void judge(Collection<Key> keys, Outcome outcome) {
        if (keys.isEmpty()) {
            return;
        }
        Map<String, Document> restocks =
                databases.byId(RESTOCKS, keys.stream().map(Key::id).toList());
        Set<String> orderIds = keys.stream().map(Key::orderId).collect(Collectors.toSet());
        Map<String, Document> orders = databases.byId(ORDERS, orderIds, Databases.only("returns"));
        Map<String, Document> fulfillments = databases.byId(
                FULFILLMENTS,
                orderIds.stream().map(id -> "ful_" + Fields.bits(id)).toList());
        for (Key key : keys) {
            List<Violation> found = judged(new RestockCase(
                    key.id(),
                    key.orderId(),
                    restocks.get(key.id()),
                    orders.get(key.orderId()),
                    fulfillments.get("ful_" + Fields.bits(key.orderId())),
                    handOvers.of(key.id())));
            if (!found.isEmpty()) {
                outcome.suspect(key.toString(), found);
            }
        }
    }

    private static List<Violation> judged(RestockCase one) {
        Findings found = new Findings();
        RULES.forEach(rule -> rule.judge(one, found));
        return found.list();
    }

    @Override
    public List<Violation> again(String key) {
        handOvers.readAgain(databases, Key.of(key).id());
        List<Violation> found = new ArrayList<>();
        judge(List.of(Key.of(key)), new Outcome() {
            @Override
            public void looked(String what, long count) {}

            @Override
            public void suspect(String same, List<Violation> violations) {
                found.addAll(violations);
            }
        });
        return found;
    }
}
