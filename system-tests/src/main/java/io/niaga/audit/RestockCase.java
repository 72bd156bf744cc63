package io.niaga.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What of a return is in the stock's books, beside what was found in it.
 *
 * @param id the return's; the order's own bits when nobody asked for it, because nothing could be delivered
 * @param restock what the warehouse booked
 * @param moved what movements say came in for it
 */
record RestockCase(
        String id,
        String orderId,
        @Nullable Document restock,
        @Nullable Document order,
        @Nullable Document fulfillment,
        HandOvers.Sum moved) {
    /** By line of the order: units to be sold again, and damaged ones. */
    record Units(long resellable, long damaged) {
        static Units of(Document line) {
            return new Units(Fields.number(line, "resellable"), Fields.number(line, "damaged"));
        }

        long all() {
            return resellable + damaged;
        }
    }

    /** Whether it is what came back because nobody took it. */
    boolean isUndelivered() {
        return Fields.bits(id).equals(Fields.bits(orderId));
    }

    String state() {
        return Fields.text(restock, "state");
    }

    /** Whether whoever decides about it says that it was booked. */
    boolean isSaidToBeBooked() {
        if (isUndelivered()) {
            return Fields.text(fulfillment, "state").equals("RECEIVED_BACK");
        }
        Document goods = goods();
        boolean past = Fields.text(goods, "state.code").equals("SETTLED")
                || Fields.text(goods, "state.restocked").equals("true");
        return past && !found().isEmpty();
    }

    /** The return; empty when the order has none of that id. */
    Document goods() {
        return Fields.list(order, "returns").stream()
                .filter(r -> Fields.id(r).equals(id))
                .findFirst()
                .orElseGet(Document::new);
    }

    /** What the inspection found that came back. */
    Map<Long, Units> found() {
        return units(Fields.list(goods(), "state.inspection.lines"));
    }

    /** What was booked. */
    Map<Long, Units> booked() {
        return units(Fields.list(restock, "parts"));
    }

    /** What was sent, in all, by line. */
    Map<Long, Long> shipped() {
        Map<Long, Long> shipped = new TreeMap<>();
        Fields.list(fulfillment, "goods.lines")
                .forEach(
                        line -> shipped.merge(Fields.number(line, "line"), Fields.number(line, "quantity"), Long::sum));
        return shipped;
    }

    /** What movements have to say came in. */
    HandOvers.Sum toMove() {
        HandOvers.Sum sum = HandOvers.Sum.NOTHING;
        for (Document part : Fields.list(restock, "parts")) {
            sum = sum.plus(Fields.text(part, "row"), Units.of(part).all());
        }
        return sum;
    }

    private static Map<Long, Units> units(List<Document> lines) {
        Map<Long, Units> units = new TreeMap<>();
        lines.stream()
                .filter(line -> Units.of(line).all() > 0)
                .forEach(line -> units.put(Fields.number(line, "line"), Units.of(line)));
        return units;
    }
}
