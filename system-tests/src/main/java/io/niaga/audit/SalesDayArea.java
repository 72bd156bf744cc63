package io.niaga.audit;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Folded days of sales against the facts they were folded from. */
final class SalesDayArea implements Area {
    private static final String DAYS = "reporting.sales_days";
    private static final List<String> AMOUNTS = List.of("discount", "tax", "shipping");
    private final Databases databases;

    SalesDayArea(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void all(Outcome outcome) {
        databases.each(DAYS, day -> {
            outcome.looked(isFolded(day) ? "sales days" : "sales days that nobody read since they changed", 1);
            List<Violation> found = judged(day);
            if (!found.isEmpty()) {
                outcome.suspect(Fields.id(day), found);
            }
        });
    }

    @Override
    public List<Violation> again(String key) {
        Document day = databases.byId(DAYS, List.of(key)).get(key);
        return day == null ? List.of() : judged(day);
    }

    /** A day that changed since it was folded is folded again when it is next read; until then it says nothing. */
    private static boolean isFolded(Document day) {
        return Fields.number(day, "marks") == Fields.number(day, "folded");
    }

    private List<Violation> judged(Document day) {
        Findings found = new Findings();
        if (isFolded(day)) {
            Map<String, Long> folded = new TreeMap<>();
            for (Document row : Fields.list(day, "rows")) {
                String currency = Fields.text(row, "currency");
                for (String field : List.of("orders", "units", "gross", "discount", "tax", "shipping", "refunds")) {
                    add(folded, currency, field, Fields.number(row, field));
                }
            }
            LocalDate date = LocalDate.parse(Fields.text(day, "day"));
            Map<String, Long> facts = facts(databases, Fields.text(day, "storeId"), date);
            found.same(facts, folded, Check.SALES, "the day's sum", Fields.id(day));
        }
        return found.list();
    }

    /** What was sold on a day, and went back: {@code IDR gross} and the like, where there is any. */
    static Map<String, Long> facts(Databases databases, String store, LocalDate date) {
        Map<String, Long> sums = new TreeMap<>();
        databases
                .of("reporting.order_facts")
                .find(Filters.and(Filters.eq("storeId", store), Filters.eq("days", date.toString())))
                .batchSize(Databases.PAGE)
                .forEach(fact -> fold(fact, date, sums));
        return sums;
    }

    private static void fold(Document fact, LocalDate date, Map<String, Long> sums) {
        Document sale = Fields.part(fact, "sale");
        ZoneId zone = ZoneId.of(Fields.text(sale, "zone"));
        String currency = Fields.text(sale, "currency");
        if (isOn(Fields.instant(sale, "at"), zone, date)) {
            add(sums, currency, "orders", 1);
            add(sums, currency, "units", Fields.number(sale, "units"));
            add(sums, currency, "gross", Fields.number(sale, "items"));
            AMOUNTS.forEach(field -> add(sums, currency, field, Fields.number(sale, field)));
        }
        for (Document refund : Fields.list(fact, "refunds")) {
            if (isOn(Fields.instant(refund, "at"), zone, date)) {
                add(sums, Fields.text(refund, "currency"), "refunds", Fields.number(refund, "amount"));
            }
        }
    }

    private static boolean isOn(@Nullable Instant at, ZoneId zone, LocalDate date) {
        return at != null && LocalDate.ofInstant(at, zone).equals(date);
    }

    private static void add(Map<String, Long> sums, String currency, String field, long amount) {
        if (amount != 0) {
            sums.merge(currency + " " + field, amount, Long::sum);
        }
    }
}
