package io.niaga.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Orders with all that shares their bits, and what has such bits but no order. */
final class OrderArea implements Area {
    private static final List<String> BESIDE = List.of(
            "fulfillment.reservations",
            "fulfillment.fulfillments",
            "payments.payments",
            "loyalty.coupon_holds",
            "reporting.order_facts");
    private final Databases databases;
    private final OrderCases cases;
    private final HandOvers handOvers;
    private final List<Rule<OrderCase>> rules;
    private final Clock clock;
    private final Placements placements = new Placements();

    OrderArea(Databases databases, OrderCases cases, HandOvers handOvers, DeadlineRules deadlines, Clock clock) {
        this.databases = databases;
        this.cases = cases;
        this.handOvers = handOvers;
        this.clock = clock;
        this.rules = List.of(
                ReservationRules::agrees,
                ReservationRules::committed,
                ReservationRules::endedOnce,
                PaymentRules::agrees,
                PaymentRules::limits,
                ReturnRules::units,
                ReturnRules::money,
                LedgerRules::keys,
                LedgerRules::agrees,
                PriceRules::order,
                PriceRules::asQuoted,
                FulfillmentRules::agrees,
                EventRules::told,
                SalesRules::rebuilt,
                ListRules::listed,
                CouponRules::agrees,
                PointsRules::ofOrder,
                deadlines::order,
                deadlines::returns,
                deadlines::reservation,
                deadlines::fulfillment,
                deadlines::payment);
    }

    @Override
    public void all(Outcome outcome) {
        databases.pages("orders.orders", page -> {
            outcome.looked("orders", page.size());
            Map<String, Document> orders = new HashMap<>();
            page.forEach(order -> orders.put(Fields.bits(Fields.id(order)), order));
            judge(orders.keySet(), orders, outcome);
            page.forEach(order -> placements.take(order).ifPresent(v -> outcome.suspect(Fields.id(order), List.of(v))));
        });
        BESIDE.forEach(name -> strays(name, outcome));
        List<String> left = handOvers.references().stream()
                .filter(id -> id.startsWith("rsv_"))
                .toList();
        for (int from = 0; from < left.size(); from += Databases.PAGE) {
            strays(left.subList(from, Math.min(left.size(), from + Databases.PAGE)), outcome);
        }
    }

    private void strays(String name, Outcome outcome) {
        databases.pages(name, Databases.only("_id"), page -> {
            outcome.looked(name.substring(name.indexOf('.') + 1), page.size());
            strays(page.stream().map(Fields::id).toList(), outcome);
        });
    }

    private void strays(List<String> ids, Outcome outcome) {
        Set<String> orphans = ids.stream().map(id -> "ord_" + Fields.bits(id)).collect(Collectors.toSet());
        orphans.removeAll(
                databases.byId("orders.orders", orphans, Databases.only("_id")).keySet());
        judge(orphans.stream().map(Fields::bits).toList(), Map.of(), outcome);
    }

    private void judge(Collection<String> bits, Map<String, Document> orders, Outcome outcome) {
        if (bits.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (OrderCase one : cases.of(bits, orders, now)) {
            List<Violation> found = judged(one);
            if (!found.isEmpty()) {
                outcome.suspect(one.id(), found);
            }
        }
    }

    private List<Violation> judged(OrderCase one) {
        Findings found = new Findings();
        rules.forEach(rule -> rule.judge(one, found));
        return found.list();
    }

    @Override
    public List<Violation> again(String key) {
        String bits = Fields.bits(key);
        @Nullable
        Document order = databases.byId("orders.orders", List.of("ord_" + bits)).get("ord_" + bits);
        Map<String, Document> orders = order == null ? Map.of() : Map.of(bits, order);
        List<Violation> found = new ArrayList<>();
        cases.again(bits, orders, clock.instant()).forEach(one -> found.addAll(judged(one)));
        placements.again(key).ifPresent(found::add);
        return found;
    }
}
