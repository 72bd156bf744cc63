package io.niaga.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.niaga.types.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import tools.jackson.databind.JsonNode;

/**
 * What the API answers an operator about the stores that sold last, against the documents: the newest orders, the first rows
 * of stock, the sales of a week. A sample, since everything is looked at where it is kept.
 */
final class AnswerArea implements Area {
    private static final int SAMPLE = 20;
    private static final List<String> COUNTS = List.of("orders", "units");
    private static final List<String> AMOUNTS = List.of("gross", "discount", "tax", "shipping", "refunds");
    private static final List<String> BUCKETS =
            List.of("onHand", "available", "reserved", "safety", "quality", "damaged", "hold");
    private final Databases databases;
    private final Api api;
    private final Clock clock;

    AnswerArea(Databases databases, Api api, Clock clock) {
        this.databases = databases;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public void all(Outcome outcome) {
        TreeSet<String> stores = new TreeSet<>();
        newest(new Document()).forEach(order -> stores.add(Fields.text(order, "store")));
        for (String store : stores) {
            outcome.looked("stores as the API shows them", 1);
            List<Violation> found = again(store);
            if (!found.isEmpty()) {
                outcome.suspect(store, found);
            }
        }
    }

    @Override
    public List<Violation> again(String store) {
        Findings found = new Findings();
        orders(store, found);
        stock(store, found);
        sales(store, found);
        return found.list();
    }

    private List<Document> newest(Bson filter) {
        return databases
                .of("orders.orders")
                .find(Filters.and(Filters.eq("listed", true), filter))
                .sort(Sorts.descending("placedAt", "_id"))
                .limit(SAMPLE)
                .into(new ArrayList<>());
    }

    private void orders(String store, Findings found) {
        Map<String, String> kept = new TreeMap<>();
        newest(Filters.eq("store", store))
                .forEach(order -> kept.put(
                        Fields.id(order),
                        Fields.text(order, "state.code") + " "
                                + Money.ofMinor(
                                        Fields.minor(order, "terms.totals.total"),
                                        Fields.text(order, "terms.totals.total.currency"))));
        Map<String, String> shown = new TreeMap<>();
        api.get("/v1/orders?store=" + store + "&limit=" + SAMPLE)
                .path("items")
                .forEach(order -> shown.put(
                        order.path("id").asString(""),
                        order.path("state").asString("") + " "
                                + SoldOnTopic.money(order.path("totals").path("total"))));
        compare(kept, shown, found);
    }

    private void stock(String store, Findings found) {
        Map<String, String> kept = new TreeMap<>();
        databases
                .of("fulfillment.stock")
                .find(Filters.eq("storeId", store))
                .sort(Sorts.ascending("_id"))
                .limit(SAMPLE)
                .forEach(row -> kept.put(
                        Fields.id(row),
                        BUCKETS.stream()
                                .map(b -> Fields.number(row, b))
                                .toList()
                                .toString()));
        Map<String, String> shown = new TreeMap<>();
        api.get("/v1/stock?store=" + store + "&limit=" + SAMPLE)
                .path("items")
                .forEach(row -> shown.put(
                        store + "/" + row.path("sku").asString("") + "/"
                                + row.path("warehouseId").asString(""),
                        BUCKETS.stream()
                                .map(b -> row.path(b).asLong(0))
                                .toList()
                                .toString()));
        compare(kept, shown, found);
    }

    /** By the day in the store's zone, which may be ahead of ours. */
    private void sales(String store, Findings found) {
        LocalDate to = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        LocalDate from = to.minusDays(7);
        Map<String, String> kept = new TreeMap<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            LocalDate on = day;
            SalesDayArea.facts(databases, store, day)
                    .forEach((what, sum) -> kept.put(store + "/" + on + " " + what, amount(what, sum)));
        }
        Map<String, String> shown = new TreeMap<>();
        for (JsonNode row : api.get("/v1/reports/sales?store=" + store + "&from=" + from + "&to=" + to)
                .path("rows")) {
            String currency = row.path("gross").path("currency").asString("");
            String day = store + "/" + row.path("day").asString("") + " " + currency + " ";
            COUNTS.forEach(field -> shown.put(day + field, row.path(field).asString("")));
            AMOUNTS.forEach(field -> shown.put(day + field, SoldOnTopic.money(row.path(field))));
        }
        shown.entrySet()
                .removeIf(e -> !kept.containsKey(e.getKey()) && e.getValue().matches("0([.]0+)?( [A-Z]{3})?"));
        compare(kept, shown, found);
    }

    /** {@code IDR gross}: counted in its currency; {@code IDR units}: a number. */
    private static String amount(String what, long sum) {
        String[] words = what.split(" ", -1);
        return COUNTS.contains(words[1])
                ? String.valueOf(sum)
                : Money.ofMinor(sum, words[0]).toString();
    }

    private static void compare(Map<String, String> kept, Map<String, String> shown, Findings found) {
        TreeSet<String> all = new TreeSet<>(kept.keySet());
        all.addAll(shown.keySet());
        all.forEach(id -> found.same(
                kept.getOrDefault(id, "nothing"),
                shown.getOrDefault(id, "nothing"),
                Check.ANSWERS,
                "what the API shows",
                id));
    }
}
